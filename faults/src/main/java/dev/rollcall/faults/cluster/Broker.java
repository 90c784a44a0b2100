package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.cluster.BrokerCluster;
import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;

/// One of the cluster's nodes of Kafka, broker and controller.
public final class Broker {
    private final BrokerCluster cluster;
    private final int number;

    /// The first has number 0.
    Broker(BrokerCluster cluster, int number) {
        this.cluster = cluster;
        this.number = number;
    }

    public String name() {
        return "broker-" + (number + 1);
    }

    public void kill() {
        Signals.kill(process());
    }

    /// As an operator ends it: it hands over what it leads.
    public void end() {
        cluster.nodes().get(number).close();
    }

    public void startAgain() {
        try {
            cluster.startAgain(number);
        } catch (IOException e) {
            throw new BenchFailure(name() + " can't be started: " + e.getMessage(), e);
        }
    }

    public void freeze() {
        Signals.freeze(process());
    }

    public void thaw() {
        Signals.thaw(process());
    }

    private Process process() {
        return cluster.nodes().get(number).process();
    }
}

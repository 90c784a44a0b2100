package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.Readiness;
import dev.rollcall.benchmarks.server.ServerProcess;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A service's process, told the same at each of its starts. One that ends of itself, as where its database is
/// away when it starts, is started again as it was, as the operator's platform would.
public final class Node {
    private final String name;
    private final Launch launch;
    private final WorkDirectory directory;
    private final Ports ports;
    private int starts;
    private Map<String, String> told = Map.of();
    private volatile boolean wanted;
    private volatile @Nullable ServerProcess process;

    /// Where the API and the management endpoints are.
    public record Ports(int api, int management) {}

    Node(String name, Launch launch, WorkDirectory directory, Ports ports) {
        this.name = name;
        this.launch = launch;
        this.directory = directory;
        this.ports = ports;
    }

    public String name() {
        return name;
    }

    public Ports ports() {
        return ports;
    }

    /// Returns at once; [#awaitReady()] waits until it answers.
    public synchronized void start() {
        start(Map.of());
    }

    /// With further variables of its environment, for this time.
    public synchronized void start(Map<String, String> more) {
        wanted = true;
        told = Map.copyOf(more);
        starts++;
        var output = directory.file(name + "-" + starts + ".out");
        try {
            var started = launch.with(more).start(output);
            process = new ServerProcess(started, output);
            var _ = started.onExit()
                    .thenRunAsync(this::startAgain, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new BenchFailure(name + " can't be started: " + e.getMessage(), e);
        }
    }

    private synchronized void startAgain() {
        if (wanted && !running().process().isAlive()) {
            start(told);
        }
    }

    public void awaitReady() {
        if (!new Readiness(Cluster.at(ports.management())).await(() -> wanted)) {
            throw running().failure();
        }
    }

    public synchronized void kill() {
        wanted = false;
        Signals.kill(running().process());
    }

    /// As an operator ends it.
    public synchronized void end() {
        wanted = false;
        running().close();
    }

    public void freeze() {
        Signals.freeze(running().process());
    }

    public void thaw() {
        Signals.thaw(running().process());
    }

    private ServerProcess running() {
        return Objects.requireNonNull(process, name);
    }
}

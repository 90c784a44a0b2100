package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Knows which of some processes are ready, as a balancer does that asks each of them again and again.
public final class Balancer implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /// That of the readiness probe in `deploy/kubernetes`.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<Node> nodes;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread looking;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<URI> ready = List.of();
    private volatile boolean closed;

    private Balancer(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        this.looking = Thread.ofVirtual().name("balancer").unstarted(this::look);
    }

    public static Balancer over(List<Node> nodes) {
        var balancer = new Balancer(nodes);
        balancer.ready = balancer.asked();
        balancer.looking.start();
        return balancer;
    }

    public List<URI> ready() {
        return ready;
    }

    /// The port of those that are ready, in turn; no connection comes about where none is.
    int nextPort() {
        var now = ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).getPort();
    }

    @Override
    public void close() {
        closed = true;
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
        http.close();
    }

    private void look() {
        while (!closed) {
            ready = asked();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private List<URI> asked() {
        return nodes.stream()
                .filter(this::isReady)
                .map(node -> Cluster.at(node.ports().api()))
                .toList();
    }

    private boolean isReady(Node node) {
        var readiness = Cluster.at(node.ports().management()).resolve("/actuator/health/readiness");
        var request = HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

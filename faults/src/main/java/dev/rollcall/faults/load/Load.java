package dev.rollcall.faults.load;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All clients at work, from its start until it is closed.
public final class Load implements AutoCloseable {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);

    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean going = true;
    private volatile long end = Long.MAX_VALUE;

    private Load() {}

    public static Load start(List<Party> parties, Devices devices, long seed) {
        var load = new Load();
        for (var party : parties) {
            var tenant = new Tenant(party, devices, seed);
            load.clients.add(
                    Thread.ofVirtual().name(party.tenant()).start(() -> tenant.act(() -> load.going, load::isPatient)));
        }
        return load;
    }

    /// Lets them finish what they have begun.
    @Override
    public void close() {
        end = System.nanoTime() + LAST_ANSWERS.toNanos();
        going = false;
        try {
            for (var client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private boolean isPatient() {
        return going || System.nanoTime() - end < 0;
    }
}

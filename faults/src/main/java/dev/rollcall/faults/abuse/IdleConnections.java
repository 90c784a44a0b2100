package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Connections on which nobody ever says a word.
public record IdleConnections(int connections, Duration lasting) implements Attack {
    private static final Duration GLANCE = Duration.ofMillis(1);

    @Override
    public String words() {
        return connections + " idle connections";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        var open = new ArrayList<Wire>();
        try {
            for (var i = 0; i < connections; i++) {
                open.add(Wire.to(target.door(), GLANCE));
            }
            LockSupport.parkNanos(lasting.toNanos());
            for (var wire : open) {
                tally.met(wire.isLeft() ? "ended by the server" : "still open");
            }
        } catch (IOException e) {
            tally.breached("after " + open.size() + " connections: " + e.getMessage());
        } finally {
            close(open);
        }
        return tally.impact();
    }

    private static void close(List<Wire> open) {
        try {
            for (var wire : open) {
                wire.close();
            }
        } catch (IOException e) {
            throw new BenchFailure("a connection can't be closed", e);
        }
    }
}

package dev.rollcall.faults.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/// One header line that goes on and on, for as long as somebody listens. What the server lets come without an end of
/// the connection is counted.
public record EndlessHeader(int connections, long bytes) implements Attack {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Many times what we take, and what the buffers between the two processes hold.
    private static final long TOO_MUCH = 64L << 20;

    @Override
    public String words() {
        return connections + " header lines of up to " + (bytes >> 20) + " MB";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        Horde.of(connections, _ -> call(target, tally));
        return tally.impact();
    }

    private void call(Target target, Tally tally) {
        try (var wire = Wire.to(target.door(), PATIENCE)) {
            wire.send("GET /v1/batches HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ");
            var sent = pour(wire);
            if (sent > TOO_MUCH) {
                tally.breached(words() + ": " + (sent >> 20) + " MB were taken");
            }
            var statuses = wire.statuses();
            statuses.forEach(status -> tally.answered(status, words()));
            if (statuses.isEmpty()) {
                tally.met("cut off");
            }
        } catch (IOException _) {
            tally.met("no connection");
        }
    }

    private long pour(Wire wire) {
        var chunk = new byte[1 << 16];
        Arrays.fill(chunk, (byte) 'x');
        var sent = 0L;
        try {
            while (sent < bytes) {
                wire.send(chunk);
                sent += chunk.length;
            }
        } catch (IOException _) {
            // It was cut off.
        }
        return sent;
    }
}

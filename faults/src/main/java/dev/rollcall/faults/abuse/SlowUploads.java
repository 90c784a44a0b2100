package dev.rollcall.faults.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Uploads of which a byte comes each second, by tenants who have each as many as they may.
public record SlowUploads(int connections, Duration atMost) implements Attack {
    private static final int TENANTS = 40;
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(1);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    @Override
    public String words() {
        return connections + " uploads of a byte a second";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        Horde.of(connections, number -> upload(target, number, tally));
        return tally.impact();
    }

    private void upload(Target target, int number, Tally tally) {
        var token = target.token(number, TENANTS);
        try (var wire = Wire.to(target.door(), LAST_WORD)) {
            wire.send("""
                    POST /v1/batches HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Authorization: Bearer %s\r
                    Content-Type: text/csv\r
                    Content-Length: 100000\r
                    \r
                    Serial Number
                    """.formatted(token));
            trickle(wire);
            wire.statuses().stream()
                    .findFirst()
                    .ifPresentOrElse(status -> tally.answered(status, words()), () -> tally.met("no answer"));
        } catch (IOException _) {
            tally.met("no connection");
        }
    }

    /// Until the server has enough of it.
    private void trickle(Wire wire) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            while (System.nanoTime() - end < 0) {
                wire.send("S");
                LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
            }
        } catch (IOException _) {
            // It was cut off.
        }
    }
}

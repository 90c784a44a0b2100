package dev.rollcall.benchmarks.load;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Looks at something again and again, for a limited time.
public record Watch(Duration betweenLooks, Duration patience) {
    private static final Duration USUAL_PAUSE = Duration.ofMillis(200);
    private static final long SLOWEST_ROWS_PER_SECOND = 300;

    /// So long a step with that many rows may take before it is given up.
    public static Watch over(long rows) {
        return new Watch(USUAL_PAUSE, Duration.ofSeconds(120 + rows / SLOWEST_ROWS_PER_SECOND));
    }

    public void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new BenchFailure(what + " took more than " + patience.toSeconds() + " s");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new BenchFailure("interrupted");
            }
            LockSupport.parkNanos(betweenLooks.toNanos());
        }
    }
}

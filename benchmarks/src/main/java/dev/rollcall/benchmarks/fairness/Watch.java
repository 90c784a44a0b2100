package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Looks at something again and again, for a limited time.
record Watch(Duration betweenLooks, Duration patience) {

    void until(String what, BooleanSupplier condition) {
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

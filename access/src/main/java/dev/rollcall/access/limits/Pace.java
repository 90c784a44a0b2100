package dev.rollcall.access.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How fast one body comes. Only the time counts in which we waited for its sender, not that in which we were busy with
/// what had come.
final class Pace {
    private final long graceNanos;
    private final long slowestRate;
    private long waitedNanos;
    private long bytes;

    /// `slowestRate` in bytes per second.
    Pace(Duration grace, long slowestRate) {
        this.graceNanos = grace.toNanos();
        this.slowestRate = slowestRate;
    }

    void came(long more, long afterNanos) {
        bytes += more;
        waitedNanos += afterNanos;
    }

    boolean isTooSlow() {
        return waitedNanos > graceNanos
                && (double) bytes * TimeUnit.SECONDS.toNanos(1) < (double) slowestRate * waitedNanos;
    }
}

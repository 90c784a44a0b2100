package dev.rollcall.access.limits;

import java.time.Duration;

/// So many calls at once, and so many a minute for as long as it takes: a bucket of `burst` tokens into which
/// `perMinute` tokens drip evenly.
record Quota(long perMinute, long burst) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    Quota {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException("a quota is positive");
        }
    }

    /// In how many seconds the empty bucket is full: the window in which `burst` calls are always possible.
    long windowSeconds() {
        return Math.max(1, Math.ceilDiv(burst * MINUTE.toSeconds(), perMinute));
    }
}

package dev.rollcall.access.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// What one party has used of its limits.
record Account(PartyLimits limits, Bucket calls, Bucket reads, Semaphore uploads) {

    static Account open(PartyLimits limits, TimeMeter time) {
        return new Account(
                limits, bucket(limits.calls(), time), bucket(limits.reads(), time), new Semaphore(limits.uploads()));
    }

    private static Bucket bucket(Quota quota, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.burst()).refillGreedy(quota.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}

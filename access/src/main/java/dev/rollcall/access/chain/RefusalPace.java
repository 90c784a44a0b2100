package dev.rollcall.access.chain;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Callers without a valid token are refused at a pace: a flood of forged tokens waits for its own answers, and leaves
/// the processor to others. Each that waits holds a thread, so only some do; whoever finds no room among them, or would
/// wait for long, is refused at once.
final class RefusalPace {
    private static final int AT_ONCE = 200;
    private static final int PER_SECOND = 100;
    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Bucket refusals = Bucket.builder()
            .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
            .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
            .build();

    /// Returns when it is time for one more refusal, or false if it does not fit into the pace.
    boolean await() {
        if (!room.tryAcquire()) {
            return refusals.tryConsume(1);
        }
        try {
            return refusals.asBlocking().tryConsumeUninterruptibly(1, PATIENCE);
        } finally {
            room.release();
        }
    }
}

package dev.rollcall.upload.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// Extends a lease in time, and not more often than need be.
final class Lease implements Runnable {
    private static final int ROWS_BETWEEN_LOOKS = 256;
    private static final int EXTENSIONS_PER_TERM = 4;

    private final IdempotencyKeys keys;
    private final UUID id;
    private final InstantSource clock;
    private final Duration interval;
    private Instant next;
    private int rows;

    Lease(IdempotencyKeys keys, UUID id, InstantSource clock, Duration term) {
        this.keys = keys;
        this.id = id;
        this.clock = clock;
        this.interval = term.dividedBy(EXTENSIONS_PER_TERM);
        this.next = clock.instant().plus(interval);
    }

    @Override
    public void run() {
        rows++;
        if (rows % ROWS_BETWEEN_LOOKS != 0 || clock.instant().isBefore(next)) {
            return;
        }
        keys.extend(id);
        next = clock.instant().plus(interval);
    }
}

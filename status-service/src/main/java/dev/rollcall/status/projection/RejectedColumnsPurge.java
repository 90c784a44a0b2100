package dev.rollcall.status.projection;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets uploaded hashes on time, also when no event comes any more.
@Component
final class RejectedColumnsPurge {
    private final RejectedColumnsWriter rejectedColumns;
    private final InstantSource clock;

    RejectedColumnsPurge(RejectedColumnsWriter rejectedColumns, InstantSource clock) {
        this.rejectedColumns = rejectedColumns;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        rejectedColumns.purge(clock.instant());
    }
}

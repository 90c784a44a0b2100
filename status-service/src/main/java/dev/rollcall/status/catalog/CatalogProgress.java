package dev.rollcall.status.catalog;

import dev.rollcall.status.catalog.CatalogBatchView.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the sums of a supplier's batch mean. `action` and `rowCount` are null until it is accepted.
record CatalogProgress(
        UUID batchId,
        @Nullable String action,
        @Nullable Long rowCount,
        Counts counts,
        Instant startedAt,
        @Nullable Instant lastDecidedAt) {

    record Counts(long listed, long delisted, long unchanged, long conflicting) {

        long decided() {
            return listed + delisted + unchanged + conflicting;
        }
    }

    CatalogBatchView view() {
        var rows = rowCount == null ? counts.decided() : rowCount;
        var status = status();
        return new CatalogBatchView(
                batchId,
                action,
                status,
                rows,
                Math.max(0, rows - counts.decided()),
                counts.listed(),
                counts.delisted(),
                counts.unchanged(),
                counts.conflicting(),
                startedAt,
                status == Status.COMPLETED ? lastDecidedAt : null);
    }

    private Status status() {
        if (rowCount == null) {
            return Status.RECEIVING;
        }
        return counts.decided() >= rowCount ? Status.COMPLETED : Status.PROCESSING;
    }
}

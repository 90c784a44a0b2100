package dev.rollcall.events;

import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What some rows of a supplier's batch came to. The batch's rows are the sum over its slices, and no two events of a
/// batch share a `slice`. Keyed by the batch.
public record CatalogRowsDecided(
        CatalogBatchId batchId,
        SupplierId supplierId,
        String slice,
        long listed,
        long delisted,
        long unchanged,
        List<CatalogConflict> conflicts,
        Instant decidedAt)
        implements Event {
    public CatalogRowsDecided {
        Objects.requireNonNull(batchId);
        Objects.requireNonNull(supplierId);
        Objects.requireNonNull(slice);
        Objects.requireNonNull(decidedAt);
        conflicts = List.copyOf(conflicts);
    }

    @Override
    public String key() {
        return batchId.toString();
    }

    @Override
    public String eventId() {
        return batchId + "/" + slice;
    }

    @Override
    public Instant occurredAt() {
        return decidedAt;
    }
}

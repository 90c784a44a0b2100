package dev.rollcall.events;

import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Every row of a supplier's batch is on the catalog topic, acknowledged by Kafka. Keyed by the batch.
public record CatalogBatchAccepted(
        CatalogBatchId batchId,
        SupplierId supplierId,
        CatalogAction action,
        long rowCount,
        List<String> files,
        String acceptedBy,
        Instant acceptedAt)
        implements Event {
    public CatalogBatchAccepted {
        Objects.requireNonNull(batchId);
        Objects.requireNonNull(supplierId);
        Objects.requireNonNull(action);
        Objects.requireNonNull(acceptedBy);
        Objects.requireNonNull(acceptedAt);
        files = List.copyOf(files);
    }

    @Override
    public String key() {
        return batchId.toString();
    }

    @Override
    public String eventId() {
        return batchId.toString();
    }

    @Override
    public Instant occurredAt() {
        return acceptedAt;
    }
}

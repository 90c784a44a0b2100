package dev.rollcall.events;

import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Every row of the batch is on its lane, acknowledged by Kafka. Keyed by the batch. `partnerId` is who posted it where
/// that was not the tenant; `acceptedAt` is the same instant as in the rows; `requestId` is that of the call, absent in
/// batches of the first release.
public record BatchAccepted(
        BatchId batchId,
        TenantId tenantId,
        @Nullable PartnerId partnerId,
        long rowCount,
        List<String> files,
        String acceptedBy,
        Instant acceptedAt,
        @Nullable RequestId requestId)
        implements Event {
    public BatchAccepted {
        Objects.requireNonNull(batchId);
        Objects.requireNonNull(tenantId);
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

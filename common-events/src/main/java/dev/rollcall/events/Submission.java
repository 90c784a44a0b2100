package dev.rollcall.events;

import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a request comes from: whose it is, who posted it (null: the tenant itself), and which row of which file.
/// `acceptedAt` is one instant for the whole batch.
public record Submission(
        TenantId tenantId, @Nullable PartnerId partnerId, BatchId batchId, RowPosition position, Instant acceptedAt) {
    public Submission {
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(batchId);
        Objects.requireNonNull(position);
        Objects.requireNonNull(acceptedAt);
    }
}

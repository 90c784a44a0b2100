package dev.rollcall.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/// One accepted upload. Derived from who posts it and its idempotency key, so that a retry is the same batch.
public record BatchId(@JsonValue UUID value) {
    private static final NamedUuids NAMES = new NamedUuids("batch");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BatchId {
        Objects.requireNonNull(value);
    }

    /// `acting` is the partner that posts for `tenant`, or the tenant itself.
    public static BatchId of(TenantId tenant, String acting, String idempotencyKey) {
        return new BatchId(NAMES.of(tenant.value(), acting, idempotencyKey));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

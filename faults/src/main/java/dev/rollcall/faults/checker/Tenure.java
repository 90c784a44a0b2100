package dev.rollcall.faults.checker;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the ownership table.
public record Tenure(
        DeviceId device,
        long generation,
        TenantId tenant,
        RequestId request,
        Instant registeredAt,
        @Nullable Release release) {

    public record Release(RequestId request, Instant releasedAt) {}
}

package dev.rollcall.events;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.identity.WellFormedText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A management system of `tenantId` saw the device in use at `seenAt`. The key holds the tenant too: the topic is
/// compacted, and one tenant's word must never displace another's.
public record DeviceSeen(
        DeviceId deviceId, TenantId tenantId, @Nullable String user, Instant seenAt, Instant reportedAt)
        implements Event {
    public DeviceSeen {
        Objects.requireNonNull(deviceId);
        Objects.requireNonNull(tenantId);
        user = user == null ? null : WellFormedText.of(user);
        Objects.requireNonNull(seenAt);
        Objects.requireNonNull(reportedAt);
    }

    @Override
    public String key() {
        return deviceId + "/" + tenantId;
    }

    @Override
    public String eventId() {
        return deviceId + "/" + tenantId + "/" + seenAt;
    }

    @Override
    public Instant occurredAt() {
        return reportedAt;
    }
}

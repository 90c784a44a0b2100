package dev.rollcall.registration.policy;

import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One ownership of a device, from its registration to its release. `generation` counts a device's
/// tenures from 1.
public record Tenure(
        long generation,
        TenantId tenant,
        RequestId request,
        Instant registeredAt,
        @Nullable Release release) {

    /// The end of a tenure.
    public record Release(RequestId request, Instant requestedAt, Instant releasedAt) {}

    boolean endedBy(RequestId releaseRequest) {
        return release != null && release.request().equals(releaseRequest);
    }

    boolean endedBefore(Instant time) {
        return release != null && !release.requestedAt().isAfter(time);
    }

    Ownership asSeenByOthers() {
        return new Ownership.HeldBy(tenant, request, registeredAt, release == null ? null : release.releasedAt());
    }
}

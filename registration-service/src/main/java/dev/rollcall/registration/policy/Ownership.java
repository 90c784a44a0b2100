package dev.rollcall.registration.policy;

import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a device stands to one request for it.
public sealed interface Ownership {

    /// The request itself registered the device, now or when it was delivered before.
    record Won(long generation, Instant registeredAt) implements Ownership {}

    /// Another request had registered the device when this one was accepted. `releasedAt` tells
    /// whether it has been given up since.
    record HeldBy(
            TenantId tenant,
            RequestId request,
            Instant registeredAt,
            @Nullable Instant releasedAt) implements Ownership {}

    /// Nobody holds the device, and this request did not claim it.
    record Free() implements Ownership {}
}

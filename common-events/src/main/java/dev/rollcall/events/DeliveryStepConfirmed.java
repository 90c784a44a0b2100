package dev.rollcall.events;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.identity.WellFormedText;
import java.time.Instant;
import java.util.Objects;

/// Somebody confirmed a step on the way of a device to its user. `registeredAt` names the registration of the device
/// that the step belongs to: it counts for no other, however the clocks of the services differ.
public record DeliveryStepConfirmed(
        DeviceId deviceId,
        RequestId requestId,
        TenantId tenantId,
        Instant registeredAt,
        DeliveryStep step,
        String confirmedBy,
        Instant confirmedAt)
        implements Event {
    public DeliveryStepConfirmed {
        Objects.requireNonNull(deviceId);
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(registeredAt);
        Objects.requireNonNull(step);
        confirmedBy = WellFormedText.of(confirmedBy);
        Objects.requireNonNull(confirmedAt);
    }

    @Override
    public String key() {
        return deviceId.toString();
    }

    @Override
    public String eventId() {
        return requestId.toString();
    }

    @Override
    public Instant occurredAt() {
        return confirmedAt;
    }
}

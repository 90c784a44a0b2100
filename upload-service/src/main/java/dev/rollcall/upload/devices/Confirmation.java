package dev.rollcall.upload.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.events.DeliveryStep;
import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.events.Event;
import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.publishing.Publication;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// An admin confirms a step on the way of registered devices to their users.
record Confirmation(DeliveryStep step) implements DeviceAct {

    @Override
    public String kind() {
        return "delivery";
    }

    @Override
    public Publication begin(EventPublisher events, Topics topics) {
        return events.begin(topics.deliverySteps());
    }

    /// Without a registration there is none that the step could belong to.
    @Override
    public Optional<Obstacle> obstacle(Standing standing) {
        return standing.registeredAt() == null ? Optional.of(Obstacle.UNREGISTERED) : Optional.empty();
    }

    @Override
    public Event event(AcceptedDevice device, Standing standing, Caller.Tenant tenant, Instant now) {
        return new DeliveryStepConfirmed(
                device.deviceId(),
                device.requestId(),
                tenant.id(),
                Objects.requireNonNull(standing.registeredAt(), "an obstacle"),
                step,
                tenant.subject(),
                now);
    }
}

package dev.rollcall.upload.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.events.Event;
import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.publishing.Publication;
import java.time.Instant;
import java.util.Optional;

/// What a tenant asks for devices of its list: one event for each that nothing is in the way of. Acts read no clock and
/// no store; who and when come from the service, never from a body.
sealed interface DeviceAct permits Release, Confirmation {

    /// One word for the metrics.
    String kind();

    /// On the topic of its events.
    Publication begin(EventPublisher events, Topics topics);

    /// What is in the way of this act besides requests that are under way.
    Optional<Obstacle> obstacle(Standing standing);

    Event event(AcceptedDevice device, Standing standing, Caller.Tenant tenant, Instant now);
}

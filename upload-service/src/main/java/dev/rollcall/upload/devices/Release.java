package dev.rollcall.upload.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.Event;
import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.publishing.Publication;
import java.time.Instant;
import java.util.Optional;

/// The tenant gives devices up, or no longer wants to see failed entries.
record Release() implements DeviceAct {

    @Override
    public String kind() {
        return "release";
    }

    /// The lane of the requests that it follows.
    @Override
    public Publication begin(EventPublisher events, Topics topics) {
        return events.begin(topics.registrationRequests());
    }

    @Override
    public Optional<Obstacle> obstacle(Standing standing) {
        return Optional.empty();
    }

    @Override
    public Event event(AcceptedDevice device, Standing standing, Caller.Tenant tenant, Instant now) {
        return new ReleaseRequested(device.deviceId(), device.requestId(), tenant.id(), tenant.subject(), now);
    }
}

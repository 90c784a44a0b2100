package dev.rollcall.upload.release;

import dev.rollcall.access.Caller;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.Topics;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.upload.publishing.Delivery;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.release.ReleaseOutcome.Decided;
import dev.rollcall.upload.release.ReleaseOutcome.Unavailable;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Takes the releases of one call: asks how their devices stand, and publishes those that nothing is in the way of.
final class ReleaseDesk {
    private final StandingsClient standings;
    private final EventPublisher events;
    private final Topics topics;
    private final InstantSource clock;

    ReleaseDesk(StandingsClient standings, EventPublisher events, Topics topics, InstantSource clock) {
        this.standings = standings;
        this.events = events;
        this.topics = topics;
        this.clock = clock;
    }

    /// In the order of `devices`.
    ReleaseOutcome release(Set<DeviceId> devices, Caller.Tenant tenant, String bearerToken) {
        return switch (standings.ask(devices, bearerToken)) {
            case Standings.Known known -> decide(devices, known, tenant);
            case Standings.Unknown _ -> new Unavailable();
        };
    }

    private ReleaseOutcome decide(Set<DeviceId> devices, Standings.Known known, Caller.Tenant tenant) {
        var refused = devices.stream()
                .flatMap(device -> known.obstacle(device).map(cause -> new RefusedRelease(device, cause)).stream())
                .toList();
        var accepted = devices.stream()
                .filter(device -> known.obstacle(device).isEmpty())
                .map(device -> new AcceptedRelease(device, new RequestId(UUID.randomUUID())))
                .toList();
        return switch (publish(accepted, tenant)) {
            case ACKNOWLEDGED -> new Decided(accepted, refused);
            case FAILED -> new Unavailable();
        };
    }

    private Delivery publish(List<AcceptedRelease> releases, Caller.Tenant tenant) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var publication = events.begin(topics.registrationRequests());
        for (var release : releases) {
            publication.add(
                    new ReleaseRequested(release.deviceId(), release.requestId(), tenant.id(), tenant.subject(), now));
        }
        return publication.complete();
    }
}

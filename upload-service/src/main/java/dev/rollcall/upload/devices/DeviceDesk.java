package dev.rollcall.upload.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.events.Topics;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.upload.devices.DeviceOutcome.Decided;
import dev.rollcall.upload.devices.DeviceOutcome.Unavailable;
import dev.rollcall.upload.publishing.EventPublisher;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/// Takes what one call asks for devices: asks how they stand, and publishes the events of those that nothing is in the
/// way of.
final class DeviceDesk {
    private final StandingsClient standings;
    private final EventPublisher events;
    private final Topics topics;
    private final InstantSource clock;

    DeviceDesk(StandingsClient standings, EventPublisher events, Topics topics, InstantSource clock) {
        this.standings = standings;
        this.events = events;
        this.topics = topics;
        this.clock = clock;
    }

    /// In the order of `devices`.
    DeviceOutcome take(DeviceAct act, Set<DeviceId> devices, Caller.Tenant tenant, String bearerToken) {
        return switch (standings.ask(devices, bearerToken)) {
            case Standings.Known known -> publish(act, decide(act, devices, known), known, tenant);
            case Standings.Unknown _ -> new Unavailable();
        };
    }

    private static Decided decide(DeviceAct act, Set<DeviceId> devices, Standings.Known known) {
        var refused = devices.stream()
                .flatMap(device ->
                        known.obstacle(act, device).map(obstacle -> new RefusedDevice(device, obstacle)).stream())
                .toList();
        var accepted = devices.stream()
                .filter(device -> known.obstacle(act, device).isEmpty())
                .map(device -> new AcceptedDevice(device, new RequestId(UUID.randomUUID())))
                .toList();
        return new Decided(accepted, refused);
    }

    private DeviceOutcome publish(DeviceAct act, Decided decided, Standings.Known known, Caller.Tenant tenant) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var publication = act.begin(events, topics);
        for (var device : decided.accepted()) {
            publication.add(act.event(device, known.of(device.deviceId()), tenant, now));
        }
        return switch (publication.complete()) {
            case ACKNOWLEDGED -> decided;
            case FAILED -> new Unavailable();
        };
    }
}

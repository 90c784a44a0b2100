package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.Submission;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What each stream changes. Every projection writes its tables in the same order: devices, releases, rows with
/// their counts, batches.
@Component
final class Projections {
    private final DeviceWriter devices;
    private final ReleaseWriter releases;
    private final RequestWriter requests;
    private final BatchWriter batches;

    Projections(DeviceWriter devices, ReleaseWriter releases, RequestWriter requests, BatchWriter batches) {
        this.devices = devices;
        this.releases = releases;
        this.requests = requests;
        this.batches = batches;
    }

    int requested(List<Event> events) {
        var asked = only(RegistrationRequested.class, events);
        devices.write(DeviceChanges.of(asked));
        var changed = releases.ask(only(ReleaseRequested.class, events)) + requests.ask(asked);
        batches.begin(asked.stream().map(RegistrationRequested::submission).toList());
        return changed;
    }

    int decided(List<Event> events) {
        var outcomes = only(RegistrationOutcome.class, events);
        devices.write(DeviceChanges.of(outcomes));
        var changed = releases.decide(outcomes) + requests.decide(outcomes);
        batches.begin(outcomes.stream().flatMap(Projections::submission).toList());
        return changed;
    }

    int seen(List<? extends Event> events) {
        return devices.write(DeviceChanges.of(only(DeviceSeen.class, events)));
    }

    static <E extends Event> List<E> only(Class<E> kind, List<? extends Event> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static Stream<Submission> submission(RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationOutcome.DeviceRegistered registered -> Stream.of(registered.submission());
            case RegistrationOutcome.RegistrationRejected rejected -> Stream.of(rejected.submission());
            case RegistrationOutcome.DeviceReleased _, RegistrationOutcome.FailureDismissed _ -> Stream.empty();
        };
    }
}

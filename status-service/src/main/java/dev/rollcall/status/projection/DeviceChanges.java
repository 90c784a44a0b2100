package dev.rollcall.status.projection;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.events.DeviceDetails;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.Submission;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.status.projection.DeviceChange.Asked;
import dev.rollcall.status.projection.DeviceChange.Order;
import dev.rollcall.status.projection.DeviceChange.Registration;
import dev.rollcall.status.projection.DeviceChange.Rejection;
import dev.rollcall.status.projection.DeviceChange.Sighting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What the events of one poll say of the entries, one change for each. Times are cut to microseconds, the precision
/// of the tables, before anything is compared.
final class DeviceChanges {
    private DeviceChanges() {}

    static Collection<DeviceChange> of(List<? extends Event> events) {
        var changes = new LinkedHashMap<DeviceKey, DeviceChange>();
        for (var event : events) {
            change(event).ifPresent(change -> changes.merge(change.key(), change, DeviceChange::and));
        }
        return changes.values();
    }

    private static Optional<DeviceChange> change(Event event) {
        return switch (event) {
            case RegistrationRequested requested -> Optional.of(requested(requested));
            case RegistrationRejected rejected -> Optional.of(rejected(rejected));
            case DeviceRegistered registered -> Optional.of(registered(registered));
            case DeviceReleased released ->
                Optional.of(DeviceChange.released(
                        key(released.tenantId(), released.deviceId()),
                        released.generation(),
                        micros(released.requestedAt())));
            case FailureDismissed dismissed ->
                Optional.of(DeviceChange.released(
                        key(dismissed.tenantId(), dismissed.deviceId()), 0, micros(dismissed.requestedAt())));
            case DeviceSeen seen ->
                Optional.of(DeviceChange.seen(
                        key(seen.tenantId(), seen.deviceId()),
                        new Sighting(micros(seen.seenAt()), micros(seen.reportedAt()), seen.user())));
            case ReleaseRequested _,
                    BatchAccepted _,
                    CatalogChange _,
                    CatalogBatchAccepted _,
                    CatalogRowsDecided _,
                    RelationshipChange _,
                    DeliveryStepConfirmed _ -> Optional.empty();
        };
    }

    private static DeviceChange requested(RegistrationRequested event) {
        var asked = new Asked(
                order(event.submission(), event.requestId()),
                event.submission().batchId(),
                DeviceDetails.of(event.columns()),
                null);
        return DeviceChange.asked(key(event.tenantId(), event.deviceId()), asked);
    }

    private static DeviceChange rejected(RegistrationRejected event) {
        var rejection = new Rejection(event.identified(), event.error().wireName(), event.reason());
        var asked = new Asked(
                order(event.submission(), event.requestId()), event.submission().batchId(), event.device(), rejection);
        return DeviceChange.asked(key(event.tenantId(), event.deviceId()), asked);
    }

    private static DeviceChange registered(DeviceRegistered event) {
        var registration = new Registration(
                event.generation(),
                micros(event.registeredAt()),
                event.requestId(),
                event.submission().batchId(),
                event.device());
        return DeviceChange.registered(
                key(event.tenantId(), event.deviceId()), order(event.submission(), event.requestId()), registration);
    }

    private static DeviceKey key(TenantId tenant, DeviceId device) {
        return new DeviceKey(tenant, device);
    }

    private static Order order(Submission submission, RequestId request) {
        return new Order(micros(submission.acceptedAt()), submission.position().row(), request);
    }

    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}

package dev.rollcall.status.projection;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.events.DeliveryStep;
import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.events.Side;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.status.state.AuditAction;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One act in a tenant's audit. `event` names the act among the tenant's: the same act told again has the same name.
/// Acts on single rows are no entries; they are read from the rows themselves when somebody asks after a device.
record AuditEntry(TenantId tenantId, String event, Act act, Subject subject) {

    /// Who did what, when, in which call; `requestId` is null for a batch from before calls were told.
    record Act(
            AuditAction action,
            Instant at,
            String by,
            @Nullable RequestId requestId) {}

    /// To what.
    sealed interface Subject {

        record Batch(BatchAccepted accepted) implements Subject {}

        record Device(DeviceId deviceId) implements Subject {}

        record Delivery(DeviceId deviceId, DeliveryStep step) implements Subject {}

        /// `side` took the step.
        record Relationship(RelationshipId relationshipId, String partner, Side side) implements Subject {}
    }

    static Stream<AuditEntry> of(Event event) {
        return switch (event) {
            case BatchAccepted accepted -> Stream.of(accepted(accepted));
            case DeviceReleased released -> Stream.of(released(released));
            case FailureDismissed dismissed -> Stream.of(dismissed(dismissed));
            case RelationshipChange change -> steps(change);
            case DeliveryStepConfirmed confirmed -> Stream.of(confirmed(confirmed));
            case DeviceRequest _,
                    DeviceRegistered _,
                    RegistrationRejected _,
                    CatalogChange _,
                    CatalogBatchAccepted _,
                    CatalogRowsDecided _,
                    DeviceSeen _ -> Stream.empty();
        };
    }

    private static AuditEntry accepted(BatchAccepted event) {
        var act = new Act(AuditAction.BATCH_ACCEPTED, event.acceptedAt(), event.acceptedBy(), event.requestId());
        return new AuditEntry(event.tenantId(), "batch/" + event.batchId(), act, new Subject.Batch(event));
    }

    private static AuditEntry released(DeviceReleased event) {
        var act = new Act(AuditAction.DEVICE_RELEASED, event.requestedAt(), event.releasedBy(), event.requestId());
        var device = new Subject.Device(event.deviceId());
        return new AuditEntry(event.tenantId(), "release/" + event.requestId(), act, device);
    }

    private static AuditEntry dismissed(FailureDismissed event) {
        var act = new Act(AuditAction.FAILURE_DISMISSED, event.requestedAt(), event.dismissedBy(), event.requestId());
        var device = new Subject.Device(event.deviceId());
        return new AuditEntry(event.tenantId(), "release/" + event.requestId(), act, device);
    }

    private static AuditEntry confirmed(DeliveryStepConfirmed event) {
        var act = new Act(
                AuditAction.DELIVERY_STEP_CONFIRMED, event.confirmedAt(), event.confirmedBy(), event.requestId());
        var delivery = new Subject.Delivery(event.deviceId(), event.step());
        return new AuditEntry(event.tenantId(), "delivery/" + event.requestId(), act, delivery);
    }

    /// Every step so far: of the events of a relationship, the topic may have kept the last one alone.
    private static Stream<AuditEntry> steps(RelationshipChange change) {
        return switch (change) {
            case RelationshipRequested requested -> Stream.of(requested(change, requested.requested()));
            case RelationshipAccepted accepted ->
                Stream.of(requested(change, accepted.requested()), accepted(change, accepted.accepted()));
            case RelationshipEnded ended ->
                Stream.of(
                                Stream.of(requested(change, ended.requested())),
                                Stream.ofNullable(ended.accepted()).map(step -> accepted(change, step)),
                                Stream.of(ended(change, ended.ended())))
                        .flatMap(steps -> steps);
        };
    }

    private static AuditEntry requested(RelationshipChange change, RelationshipStep step) {
        return step(change, step, AuditAction.RELATIONSHIP_REQUESTED);
    }

    private static AuditEntry accepted(RelationshipChange change, RelationshipStep step) {
        return step(change, step, AuditAction.RELATIONSHIP_ACCEPTED);
    }

    private static AuditEntry ended(RelationshipChange change, RelationshipStep step) {
        return step(change, step, AuditAction.RELATIONSHIP_ENDED);
    }

    private static AuditEntry step(RelationshipChange change, RelationshipStep step, AuditAction action) {
        return new AuditEntry(
                change.customerId(),
                "relationship/" + change.relationshipId() + "/" + action.apiName(),
                new Act(action, step.at(), step.by(), step.requestId()),
                new Subject.Relationship(
                        change.relationshipId(), change.partnerId().value(), step.side()));
    }
}

package dev.rollcall.events;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The CloudEvents type of each event, apart from its class name: a class may be renamed, the wire may not.
enum EventType {
    REGISTRATION_REQUESTED("dev.rollcall.RegistrationRequested", DeviceRequest.RegistrationRequested.class),
    RELEASE_REQUESTED("dev.rollcall.ReleaseRequested", DeviceRequest.ReleaseRequested.class),
    DEVICE_REGISTERED("dev.rollcall.DeviceRegistered", RegistrationOutcome.DeviceRegistered.class),
    REGISTRATION_REJECTED("dev.rollcall.RegistrationRejected", RegistrationOutcome.RegistrationRejected.class),
    DEVICE_RELEASED("dev.rollcall.DeviceReleased", RegistrationOutcome.DeviceReleased.class),
    FAILURE_DISMISSED("dev.rollcall.FailureDismissed", RegistrationOutcome.FailureDismissed.class),
    BATCH_ACCEPTED("dev.rollcall.BatchAccepted", BatchAccepted.class),
    DEVICE_LISTED("dev.rollcall.DeviceListed", CatalogChange.DeviceListed.class),
    DEVICE_DELISTED("dev.rollcall.DeviceDelisted", CatalogChange.DeviceDelisted.class),
    CATALOG_BATCH_ACCEPTED("dev.rollcall.CatalogBatchAccepted", CatalogBatchAccepted.class),
    CATALOG_ROWS_DECIDED("dev.rollcall.CatalogRowsDecided", CatalogRowsDecided.class),
    RELATIONSHIP_REQUESTED("dev.rollcall.RelationshipRequested", RelationshipChange.RelationshipRequested.class),
    RELATIONSHIP_ACCEPTED("dev.rollcall.RelationshipAccepted", RelationshipChange.RelationshipAccepted.class),
    RELATIONSHIP_ENDED("dev.rollcall.RelationshipEnded", RelationshipChange.RelationshipEnded.class),
    DEVICE_SEEN("dev.rollcall.DeviceSeen", DeviceSeen.class),
    DELIVERY_STEP_CONFIRMED("dev.rollcall.DeliveryStepConfirmed", DeliveryStepConfirmed.class);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final String wireName;
    private final Class<? extends Event> recordClass;

    EventType(String wireName, Class<? extends Event> recordClass) {
        this.wireName = wireName;
        this.recordClass = recordClass;
    }

    String wireName() {
        return wireName;
    }

    Class<? extends Event> recordClass() {
        return recordClass;
    }

    static Map<String, EventType> byWireName() {
        return BY_WIRE_NAME;
    }

    static EventType of(Event event) {
        return switch (event) {
            case DeviceRequest.RegistrationRequested _ -> REGISTRATION_REQUESTED;
            case DeviceRequest.ReleaseRequested _ -> RELEASE_REQUESTED;
            case RegistrationOutcome.DeviceRegistered _ -> DEVICE_REGISTERED;
            case RegistrationOutcome.RegistrationRejected _ -> REGISTRATION_REJECTED;
            case RegistrationOutcome.DeviceReleased _ -> DEVICE_RELEASED;
            case RegistrationOutcome.FailureDismissed _ -> FAILURE_DISMISSED;
            case BatchAccepted _ -> BATCH_ACCEPTED;
            case CatalogChange.DeviceListed _ -> DEVICE_LISTED;
            case CatalogChange.DeviceDelisted _ -> DEVICE_DELISTED;
            case CatalogBatchAccepted _ -> CATALOG_BATCH_ACCEPTED;
            case CatalogRowsDecided _ -> CATALOG_ROWS_DECIDED;
            case RelationshipChange.RelationshipRequested _ -> RELATIONSHIP_REQUESTED;
            case RelationshipChange.RelationshipAccepted _ -> RELATIONSHIP_ACCEPTED;
            case RelationshipChange.RelationshipEnded _ -> RELATIONSHIP_ENDED;
            case DeviceSeen _ -> DEVICE_SEEN;
            case DeliveryStepConfirmed _ -> DELIVERY_STEP_CONFIRMED;
        };
    }
}

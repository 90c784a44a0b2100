package dev.rollcall.events;

import java.time.Instant;

/// Something that travels on one of the [Topics]. Record and component names are the wire format: rename neither, and
/// add only optional components.
public sealed interface Event
        permits DeviceRequest,
                RegistrationOutcome,
                BatchAccepted,
                CatalogChange,
                CatalogBatchAccepted,
                CatalogRowsDecided,
                RelationshipChange,
                DeviceSeen,
                DeliveryStepConfirmed {

    /// The record key: what has its order kept.
    String key();

    /// The CloudEvents id: the same for every delivery and every retry of the same fact.
    String eventId();

    /// When it came about, by the clock of the service that says so.
    Instant occurredAt();
}

package dev.rollcall.events;

/// What a Kafka record turned out to be.
public sealed interface EventReading {

    record Known(Event event) implements EventReading {}

    /// An event of a later version of the language; readers pass it over.
    record UnknownType(String type) implements EventReading {}

    /// Put back for another reader of the topic; this one has read it before.
    record ForAnother() implements EventReading {}

    /// Poison: it goes to the dead letters. `reason` holds nothing of the record's content.
    record Unreadable(String reason) implements EventReading {}
}

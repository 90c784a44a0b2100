package dev.rollcall.upload.activity;

/// What one event of a report turned out to be.
sealed interface SightingReading {

    record Valid(Sighting sighting) implements SightingReading {}

    /// `message` is for the sender and quotes nothing of the event.
    record Invalid(String message) implements SightingReading {}
}

package dev.rollcall.upload.catalog;

import dev.rollcall.upload.reading.Refusal;

/// How a supplier's posting ended.
sealed interface CatalogOutcome {

    /// Every change is on the topic.
    record Accepted(long rowCount) implements CatalogOutcome {}

    record Refused(Refusal refusal) implements CatalogOutcome {}

    /// Kafka did not acknowledge everything; sending the same again is harmless.
    record Unavailable() implements CatalogOutcome {}
}

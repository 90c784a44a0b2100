package dev.rollcall.upload.catalog;

import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.upload.reading.Refusal;
import java.util.List;

/// How a supplier's posting ended.
sealed interface CatalogOutcome {

    /// Every word is on the topic. What becomes of each is decided there.
    record Accepted(CatalogBatchId batchId, long rowCount, List<String> ignoredColumns) implements CatalogOutcome {}

    record Refused(Refusal refusal) implements CatalogOutcome {}

    /// Kafka did not acknowledge everything; sending the same again is harmless.
    record Unavailable() implements CatalogOutcome {}
}

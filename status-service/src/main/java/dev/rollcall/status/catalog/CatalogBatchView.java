package dev.rollcall.status.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a supplier's batch is and what its rows came to. Until it is accepted, `action` is not
/// known and `rowCount` is how many rows were decided so far.
record CatalogBatchView(
        UUID batchId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String action,

        Status status,
        long rowCount,
        long pending,
        long listed,
        long delisted,
        long unchanged,
        long conflicting,
        Instant startedAt,
        @Nullable Instant completedAt) {

    /// From the first row on, from its acceptance on, from its last row on.
    enum Status {
        @JsonProperty("receiving")
        RECEIVING,
        @JsonProperty("processing")
        PROCESSING,
        @JsonProperty("completed")
        COMPLETED
    }
}

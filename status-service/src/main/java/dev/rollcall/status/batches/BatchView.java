package dev.rollcall.status.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a batch is. While it is received, `rowCount` is how many of its rows were seen so far.
/// `partner` is who posted it where that was not the tenant; `customer` tells a partner for whom it
/// did.
record BatchView(
        UUID batchId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String partner,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String customer,

        Status status,
        long rowCount,
        long pending,
        long succeeded,
        long failed,
        Map<String, Long> outcomes,
        Instant startedAt,
        @Nullable Instant completedAt) {

    /// From the first row on, from its acceptance on, from its last outcome on.
    enum Status {
        @JsonProperty("receiving")
        RECEIVING,
        @JsonProperty("processing")
        PROCESSING,
        @JsonProperty("completed")
        COMPLETED
    }
}

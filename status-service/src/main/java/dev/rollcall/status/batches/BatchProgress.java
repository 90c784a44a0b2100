package dev.rollcall.status.batches;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.batches.BatchView.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the counts of a batch mean. `rowCount` is null until the batch is accepted; `counts` holds the rows seen and
/// how many of them came to each outcome.
record BatchProgress(
        UUID batchId,
        String tenant,
        @Nullable String partner,
        Instant startedAt,
        @Nullable Long rowCount,
        Map<String, Long> counts,
        @Nullable Instant lastDecidedAt) {
    static final String SEEN = "Seen";
    private static final String REGISTERED = "Registered";

    BatchView view(BatchOwner reader) {
        var outcomes = outcomes();
        var decided = outcomes.values().stream().mapToLong(Long::longValue).sum();
        var succeeded = count(REGISTERED);
        var rows = rowCount == null ? Math.max(count(SEEN), decided) : rowCount;
        var status = status(decided);
        return new BatchView(
                batchId,
                partner,
                reader.isTenant() ? null : tenant,
                status,
                rows,
                Math.max(0, rows - decided),
                succeeded,
                decided - succeeded,
                outcomes,
                startedAt,
                status == Status.COMPLETED ? lastDecidedAt : null);
    }

    private Status status(long decided) {
        if (rowCount == null) {
            return Status.RECEIVING;
        }
        return decided >= rowCount ? Status.COMPLETED : Status.PROCESSING;
    }

    /// Every outcome has its count, be it zero.
    private Map<String, Long> outcomes() {
        var outcomes = new LinkedHashMap<String, Long>();
        outcomes.put(REGISTERED, count(REGISTERED));
        Stream.of(RegistrationError.values())
                .map(RegistrationError::wireName)
                .forEach(error -> outcomes.put(error, count(error)));
        return outcomes;
    }

    private long count(String what) {
        return counts.getOrDefault(what, 0L);
    }
}

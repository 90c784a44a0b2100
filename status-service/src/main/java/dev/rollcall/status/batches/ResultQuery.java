package dev.rollcall.status.batches;

import dev.rollcall.identity.BatchId;
import java.util.Map;

/// Which rows of whose batch; `after` is the row that they come behind, 0 for all.
record ResultQuery(BatchOwner owner, BatchId batch, OutcomeFilter outcomes, long after) {

    ResultQuery behind(long row) {
        return new ResultQuery(owner, batch, outcomes, row);
    }

    /// The same wherever the query begins.
    String fingerprint() {
        return String.join(
                "\0",
                "results",
                owner.column(),
                owner.party(),
                batch.toString(),
                outcomes.outcomes().toString());
    }

    /// SQL over the rows `r`; its parameters are [#parameters()].
    String condition() {
        return "r." + owner.condition() + " AND r.batch_id = :batch AND r.row_number > :after " + outcomes.condition();
    }

    Map<String, Object> parameters() {
        return Map.of("owner", owner.party(), "batch", batch.value(), "after", after, "outcomes", outcomes.outcomes());
    }
}

package dev.rollcall.status.batches;

import dev.rollcall.identity.BatchId;
import java.util.Map;

/// Which rows of whose batch.
record ResultQuery(BatchOwner owner, BatchId batch, OutcomeFilter outcomes) {

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
        return "r." + owner.condition() + " AND r.batch_id = :batch " + outcomes.condition();
    }

    Map<String, Object> parameters() {
        return outcomes.outcomes().isEmpty()
                ? Map.of("owner", owner.party(), "batch", batch.value())
                : Map.of("owner", owner.party(), "batch", batch.value(), "outcomes", outcomes.outcomes());
    }
}

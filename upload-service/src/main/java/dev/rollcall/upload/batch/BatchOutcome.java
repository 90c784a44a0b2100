package dev.rollcall.upload.batch;

import dev.rollcall.identity.BatchId;
import dev.rollcall.upload.reading.Refusal;
import dev.rollcall.upload.relationships.policy.Standing;
import java.util.List;

/// How the posting of a batch ended.
sealed interface BatchOutcome {

    /// Every row is on its lane, now or (`replayed`) since an earlier call with the same key.
    record Accepted(BatchId batchId, long rowCount, List<String> ignoredColumns, boolean replayed)
            implements BatchOutcome {}

    /// A dry run found nothing wrong with the whole.
    record Checked(long rowCount, List<String> ignoredColumns) implements BatchOutcome {}

    record Refused(Refusal refusal) implements BatchOutcome {}

    /// The sender is a partner without the customer's consent, now or since the body began to arrive.
    record NotAllowed(Standing.NotAccepted standing) implements BatchOutcome {}

    record KeyReused() implements BatchOutcome {}

    record KeyInUse() implements BatchOutcome {}

    /// Kafka did not acknowledge everything; the same upload may come again under the same key.
    record Unavailable() implements BatchOutcome {}
}

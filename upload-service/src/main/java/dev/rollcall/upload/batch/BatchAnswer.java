package dev.rollcall.upload.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.identity.BatchId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of an answer to a batch. A dry run has no batch, so no id and no links.
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchAnswer(
        @Nullable BatchId batchId,
        long rowCount,
        List<String> ignoredColumns,
        @Nullable Links links) {

    record Links(String self, String results) {}

    static BatchAnswer of(BatchOutcome.Accepted accepted) {
        var self = location(accepted.batchId());
        return new BatchAnswer(
                accepted.batchId(), accepted.rowCount(), accepted.ignoredColumns(), new Links(self, self + "/results"));
    }

    static BatchAnswer of(BatchOutcome.Checked checked) {
        return new BatchAnswer(null, checked.rowCount(), checked.ignoredColumns(), null);
    }

    static String location(BatchId batch) {
        return "/v1/batches/" + batch;
    }
}

package dev.rollcall.standalone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server says to an upload.
public sealed interface SubmitAnswer {

    /// It has the rows. `batchId` is null after a dry run, which leaves nothing behind.
    record Accepted(
            @Nullable String batchId,
            long rowCount,
            @Nullable List<String> ignoredColumns) implements SubmitAnswer {
        public List<String> ignored() {
            return ignoredColumns == null ? List.of() : ignoredColumns;
        }
    }

    /// It has taken nothing.
    record Refused(Problem problem) implements SubmitAnswer {}
}

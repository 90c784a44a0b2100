package dev.rollcall.standalone.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sample file: who posts it in which way, and what is expected of each row.
record Sample(String name, String what, String postedBy, Way way, List<ExpectedRow> rows) {

    enum Way {
        UPLOAD,
        UPLOAD_LAST_WEEK,
        STRAIGHT_TO_KAFKA
    }

    enum Seen {
        now,
        lastWeek
    }

    /// `state` is that of the row's device when all is done.
    record ExpectedRow(
            String serialNumber,
            String outcome,
            String state,
            @Nullable Seen seen) {}

    /// The same in every demo, so that a second one finds the batches of the first and not new
    /// ones.
    String idempotencyKey() {
        return "sample-" + name;
    }
}

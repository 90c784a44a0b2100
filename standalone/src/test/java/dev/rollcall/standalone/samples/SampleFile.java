package dev.rollcall.standalone.samples;

import java.util.List;
import java.util.function.Supplier;

/// A sample: its bytes, who posts it in which way, and its rows in order.
record SampleFile(String name, String postedBy, String what, Way way, Supplier<byte[]> content, List<Row> rows) {

    /// How the demo brings it in.
    enum Way {
        UPLOAD,
        UPLOAD_LAST_WEEK,
        STRAIGHT_TO_KAFKA
    }
}

package dev.rollcall.standalone.demo;

import dev.rollcall.standalone.demo.Sample.ExpectedRow;
import org.jspecify.annotations.Nullable;

/// What was expected of a row, and what there is. `stateLabel` is for people.
record CheckedRow(
        Posted posted,
        ExpectedRow expected,
        @Nullable String deviceId,
        String outcome,
        String state,
        String stateLabel) {

    boolean asExpected() {
        return expected.outcome().equals(outcome) && expected.state().equals(state);
    }
}

package dev.rollcall.faults.load;

import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Row;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Posts batches as a careful client does: again under the same key until it knows whether the batch was taken.
record Batches(Party party, Devices devices) {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int SERVER_ERROR = 500;

    /// Refusals that time heals: still running, too many calls.
    private static final Set<Integer> PASSING = Set.of(409, 429);

    /// Whether it was taken, tried for as long as `patient`.
    boolean post(String key, List<Row> rows, BooleanSupplier patient) {
        var upload = new Act.Upload(key, rows, true);
        var csv = devices.csv(rows);
        while (true) {
            var answer = party.upload(upload, key, csv);
            if (isDefinite(answer) || !patient.getAsBoolean()) {
                return answer instanceof Answer.Given given && given.isSuccess();
            }
            Pause.of(PAUSE);
        }
    }

    /// Once, without a thought of what was before.
    void postOnce(String key, List<Row> rows) {
        party.upload(new Act.Upload(key, rows, true), key, devices.csv(rows));
    }

    private static boolean isDefinite(Answer answer) {
        return switch (answer) {
            case Answer.None _ -> false;
            case Answer.Given(var status, var _) -> status < SERVER_ERROR && !PASSING.contains(status);
        };
    }
}

package dev.rollcall.faults;

import dev.rollcall.faults.checker.Evidence;
import dev.rollcall.faults.history.Answer;

/// How much of it there was in a run: calls, of them those that were refused and those that got no answer, and the
/// batches that were taken, with their rows.
public record Figures(long calls, long refused, long unanswered, long batches, long rows) {

    static Figures of(Evidence evidence) {
        var calls = evidence.calls();
        var unanswered = calls.stream()
                .filter(call -> call.answer() instanceof Answer.None)
                .count();
        var succeeded = calls.stream().filter(call -> call.succeeded()).count();
        var batches = evidence.batches().values();
        return new Figures(
                calls.size(),
                calls.size() - succeeded - unanswered,
                unanswered,
                batches.size(),
                batches.stream().mapToLong(batch -> batch.progress().rowCount()).sum());
    }
}

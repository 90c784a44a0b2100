package dev.rollcall.faults.checker;

import java.util.List;
import java.util.stream.Stream;

/// Holds everything that is known against each other.
public final class Checker {
    private Checker() {}

    public static List<Violation> check(Evidence evidence) {
        var uploads = Uploads.in(evidence.calls());
        var topics = evidence.topics();
        var ends = Ends.in(topics.outcomes());
        return Stream.of(
                        new Rows(uploads, ends, topics).violations(),
                        new Ownership(evidence.tenures(), topics.outcomes()).violations(),
                        new Answers(evidence.calls(), uploads, ends, topics).violations(),
                        new Views(evidence, uploads, ends).violations(),
                        balances(evidence),
                        deadLetters(topics))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<Violation> balances(Evidence evidence) {
        return evidence.balances().stream()
                .filter(balance -> balance.received() != balance.ended())
                .map(balance -> new Violation(Promise.METRICS_BALANCE, balance.toString()));
    }

    private static Stream<Violation> deadLetters(Evidence.Topics topics) {
        return topics.deadLetters().entrySet().stream()
                .filter(letters -> letters.getValue() > 0)
                .map(letters ->
                        new Violation(Promise.NOTHING_IS_DEAD, letters.getValue() + " records in " + letters.getKey()));
    }
}

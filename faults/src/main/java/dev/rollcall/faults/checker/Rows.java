package dev.rollcall.faults.checker;

import static dev.rollcall.faults.checker.Promise.EVERY_ROW_HAS_ONE_OUTCOME;
import static dev.rollcall.faults.checker.Promise.ROWS_END_AS_THEY_MUST;

import dev.rollcall.faults.checker.Uploads.Attempts;
import dev.rollcall.faults.history.Row;
import dev.rollcall.identity.RequestId;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds the rows that were taken against their outcomes.
record Rows(Uploads uploads, Ends ends, Evidence.Topics topics) {

    Stream<Violation> violations() {
        return uploads.taken().flatMap(this::ofBatch);
    }

    private Stream<Violation> ofBatch(Attempts attempts) {
        var rows = attempts.taken();
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(place -> ofRow(attempts.request(place + 1), rows.get(place)));
    }

    private Stream<Violation> ofRow(RequestId request, Row row) {
        var facts = ends.differing(request);
        if (facts.size() != 1) {
            return Stream.of(new Violation(EVERY_ROW_HAS_ONE_OUTCOME, request + " of " + row + " ended as " + facts));
        }
        var published = topics.requests().getOrDefault(request, 0);
        var answered = ends.of(request).size();
        if (published != answered) {
            return Stream.of(new Violation(
                    EVERY_ROW_HAS_ONE_OUTCOME,
                    request + " was published " + published + " times and answered " + answered + " times"));
        }
        var end = Ends.name(ends.of(request).getFirst());
        return row.kind().ends().contains(end)
                ? Stream.empty()
                : Stream.of(new Violation(ROWS_END_AS_THEY_MUST, request + " of " + row + " ended as " + end));
    }
}

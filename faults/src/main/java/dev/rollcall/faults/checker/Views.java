package dev.rollcall.faults.checker;

import static dev.rollcall.faults.checker.Promise.COUNTERS_ADD_UP;
import static dev.rollcall.faults.checker.Promise.LISTS_ARE_THE_FOLD;

import dev.rollcall.faults.checker.Uploads.Attempts;
import dev.rollcall.standalone.client.RowResult;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds what the API tells against the topics.
record Views(Evidence evidence, Uploads uploads, Ends ends) {

    Stream<Violation> violations() {
        return Stream.concat(lists(), uploads.taken().flatMap(this::batch));
    }

    private Stream<Violation> lists() {
        var folded = Fold.of(evidence.topics());
        return evidence.lists().entrySet().stream()
                .flatMap(list ->
                        differences(list.getKey(), folded.getOrDefault(list.getKey(), Map.of()), list.getValue()));
    }

    private static Stream<Violation> differences(
            String tenant, Map<String, String> folded, Map<String, String> listed) {
        var devices = new TreeSet<>(folded.keySet());
        devices.addAll(listed.keySet());
        return devices.stream()
                .filter(device -> !Objects.equals(folded.get(device), listed.get(device)))
                .map(device -> new Violation(
                        LISTS_ARE_THE_FOLD,
                        "%s of %s is %s by the topics and %s in the list"
                                .formatted(device, tenant, folded.get(device), listed.get(device))));
    }

    private Stream<Violation> batch(Attempts attempts) {
        var view = evidence.batches().get(attempts.batch());
        if (view == null) {
            return Stream.of(new Violation(COUNTERS_ADD_UP, "nothing is known of " + attempts));
        }
        var expected = expected(attempts);
        var rows = view.results().stream().collect(Collectors.toMap(RowResult::row, RowResult::outcome));
        var counts = new TreeMap<>(
                expected.values().stream().collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting())));
        var progress = view.progress();
        var registered = counts.getOrDefault(Ends.REGISTERED, 0L);
        var addsUp = rows.equals(expected)
                && progress.completed()
                && progress.pending() == 0
                && progress.rowCount() == expected.size()
                && progress.succeeded() == registered
                && progress.failed() == expected.size() - registered
                && present(progress.counts()).equals(counts);
        return addsUp
                ? Stream.empty()
                : Stream.of(new Violation(
                        COUNTERS_ADD_UP, attempts.batch() + ": " + progress + ", " + rows + " instead of " + expected));
    }

    /// The API names those too that no row came to.
    private static Map<String, Long> present(Map<String, Long> counts) {
        var present = new TreeMap<>(counts);
        present.values().removeIf(count -> count == 0);
        return present;
    }

    /// By the row's number.
    private Map<Long, String> expected(Attempts attempts) {
        return IntStream.rangeClosed(1, attempts.taken().size())
                .boxed()
                .collect(Collectors.toMap(
                        row -> (long) row,
                        row -> ends.of(attempts.request(row)).stream()
                                .map(Ends::name)
                                .findFirst()
                                .orElse("Pending")));
    }
}

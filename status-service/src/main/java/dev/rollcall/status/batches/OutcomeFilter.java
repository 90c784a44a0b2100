package dev.rollcall.status.batches;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.state.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which rows of a batch are asked for, by the names of their outcomes; empty for all.
record OutcomeFilter(Set<String> outcomes) {
    static final String PENDING = "Pending";
    private static final String REGISTERED = "Registered";
    private static final String FAILED = "failed";
    private static final String FAILURES = """
            AND r.row_number IN (SELECT f.row_number FROM status.failures f
                WHERE f.batch_id = :batch AND f.row_number > :after AND f.error IN (:outcomes))
            """;

    /// Names may be repeated or separated by commas; `failed` stands for every error. Empty for a name that is none.
    static Optional<OutcomeFilter> read(String @Nullable [] names) {
        var outcomes = new TreeSet<String>();
        for (var name : Optional.ofNullable(names).orElse(new String[0])) {
            for (var part : name.split(",", -1)) {
                var meant = meant(part.strip());
                if (meant.isEmpty()) {
                    return Optional.empty();
                }
                outcomes.addAll(meant);
            }
        }
        return Optional.of(new OutcomeFilter(outcomes));
    }

    /// SQL over the rows `r` of `:batch` behind `:after`; where a parameter is needed it is `:outcomes`. Failures alone
    /// are found by the list of them.
    String condition() {
        if (outcomes.isEmpty()) {
            return "";
        }
        if (!outcomes.contains(PENDING) && !outcomes.contains(REGISTERED)) {
            return FAILURES;
        }
        return outcomes.contains(PENDING)
                ? "AND (r.outcome IN (:outcomes) OR r.outcome IS NULL)"
                : "AND r.outcome IN (:outcomes)";
    }

    /// How many rows are asked for, by what a batch's counts hold.
    long count(Map<String, Long> counts) {
        var seen = counts.getOrDefault(BatchProgress.SEEN, 0L);
        var decided = counts.values().stream().mapToLong(Long::longValue).sum() - seen;
        var wanted = outcomes.stream()
                .mapToLong(outcome -> counts.getOrDefault(outcome, 0L))
                .sum();
        return outcomes.isEmpty() ? seen : outcomes.contains(PENDING) ? wanted + seen - decided : wanted;
    }

    private static List<String> meant(String name) {
        return switch (name) {
            case FAILED ->
                Stream.of(RegistrationError.values())
                        .map(RegistrationError::wireName)
                        .toList();
            case PENDING, REGISTERED -> List.of(name);
            default ->
                Failure.named(name).map(RegistrationError::wireName).stream().toList();
        };
    }
}

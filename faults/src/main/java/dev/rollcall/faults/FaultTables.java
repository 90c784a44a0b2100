package dev.rollcall.faults;

import dev.rollcall.benchmarks.report.Table;
import dev.rollcall.faults.checker.Promise;
import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.nemesis.FaultKind;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Runs as tables: what was called, what was broken and how long it took to recover, what was promised and found.
public record FaultTables(List<FaultResult> runs) {
    private static final int EXAMPLES = 5;

    public void print(PrintWriter out) {
        calls().print(out);
        faults().print(out);
        promises().print(out);
        runs.forEach(run -> examples(run).forEach(out::println));
        out.flush();
    }

    /// The first of each kind: the history has the rest.
    private static List<Violation> examples(FaultResult run) {
        return Arrays.stream(Promise.values())
                .flatMap(promise -> run.violations().stream()
                        .filter(violation -> violation.promise() == promise)
                        .limit(EXAMPLES))
                .toList();
    }

    private Table calls() {
        var table = Table.of(
                "Runs",
                "seed",
                "faults for",
                "faults",
                "calls",
                "refused",
                "no answer",
                "batches",
                "rows",
                "violations");
        for (var run : runs) {
            var figures = run.figures();
            table.row(
                    Long.toString(run.seed()),
                    run.lasted().toSeconds() + " s",
                    Integer.toString(run.faults().size()),
                    Long.toString(figures.calls()),
                    Long.toString(figures.refused()),
                    Long.toString(figures.unanswered()),
                    Long.toString(figures.batches()),
                    Long.toString(figures.rows()),
                    Integer.toString(run.violations().size()));
        }
        return table;
    }

    private Table faults() {
        var table = Table.of(
                "Faults, and how long after each a round trip was complete", "fault", "times", "median", "worst");
        for (var kind : FaultKind.values()) {
            var injected = runs.stream()
                    .flatMap(run -> run.faults().stream())
                    .filter(one -> one.fault().kind() == kind)
                    .toList();
            if (!injected.isEmpty()) {
                var recoveries = injected.stream()
                        .flatMap(one -> one.recovery().stream())
                        .sorted()
                        .toList();
                table.row(
                        kind.words(),
                        Integer.toString(injected.size()),
                        recoveries.isEmpty() ? "-" : seconds(recoveries.get((recoveries.size() - 1) / 2)),
                        recoveries.isEmpty() ? "-" : seconds(recoveries.getLast()));
            }
        }
        return table;
    }

    private Table promises() {
        var table = Table.of("Promises", "promise", "violations");
        Arrays.stream(Promise.values())
                .forEach(promise -> table.row(
                        promise.words(),
                        Long.toString(runs.stream()
                                .flatMap(run -> run.violations().stream())
                                .filter(violation -> violation.promise() == promise)
                                .count())));
        return table;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}

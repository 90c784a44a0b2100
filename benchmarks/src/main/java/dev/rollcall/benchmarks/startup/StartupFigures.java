package dev.rollcall.benchmarks.startup;

import dev.rollcall.benchmarks.report.Chart;
import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.report.Report;
import dev.rollcall.benchmarks.report.Spread;
import dev.rollcall.benchmarks.report.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// What was measured: starts on a new data directory, and each time the next start on the same one.
public record StartupFigures(List<Start> first, List<Start> later) {
    private static final String READY = "ready";
    private static final String SECONDS = "%.1f";

    public Report report(Machine machine) {
        return new Report("startup", machine, this, List.of(table()), List.of(chart()));
    }

    private Table table() {
        var table = Table.of(
                "Seconds from the command until …, median (from – to) of " + first.size() + " runs",
                "",
                "first start",
                "later start");
        for (var milestone : milestones()) {
            table.row(
                    milestone,
                    spread(first, milestone).show(SECONDS),
                    spread(later, milestone).show(SECONDS));
        }
        return table.row(READY, ready(first).show(SECONDS), ready(later).show(SECONDS));
    }

    private Chart chart() {
        return new Chart.Bars(
                "startup",
                "From the command until ready",
                "",
                "s",
                List.of("first start", "later start"),
                List.of(new Chart.Series(
                        READY, List.of(ready(first).median(), ready(later).median()))));
    }

    private SequencedSet<String> milestones() {
        var names = new LinkedHashSet<String>();
        Stream.concat(first.stream(), later.stream())
                .forEach(start -> names.addAll(start.milestones().keySet()));
        return names;
    }

    private static Spread spread(List<Start> starts, String milestone) {
        return Spread.of(starts.stream()
                .map(start -> start.milestones().get(milestone))
                .filter(Objects::nonNull)
                .toList());
    }

    private static Spread ready(List<Start> starts) {
        return Spread.of(starts.stream().map(Start::readySeconds).toList());
    }
}

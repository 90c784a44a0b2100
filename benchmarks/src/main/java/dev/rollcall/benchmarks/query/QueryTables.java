package dev.rollcall.benchmarks.query;

import dev.rollcall.benchmarks.query.QueryFigures.Answered;
import dev.rollcall.benchmarks.report.Chart;
import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.report.Report;
import dev.rollcall.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The figures as a person reads them.
public final class QueryTables {
    private QueryTables() {}

    public static Report report(QueryFigures figures, Machine machine) {
        return new Report(
                "query", machine, figures, List.of(answered(figures), exported(figures)), List.of(chart(figures)));
    }

    private static Table answered(QueryFigures figures) {
        var plan = figures.plan();
        var table = Table.of(
                String.format(
                        Locale.ROOT,
                        "%,d devices in the tenant (loaded by SQL in the form of the projection), %,d in all; %d callers, pages"
                                + " of 100, %d s each after %d s of all; CPU of an answer: %s; the same SQL by pgbench -M prepared",
                        plan.devices(),
                        plan.all(),
                        plan.clients(),
                        plan.seconds(),
                        plan.warmUp(),
                        processes(figures)),
                "question",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "answers/s",
                "CPU µs",
                "pgbench/s",
                "share");
        for (var one : figures.answered()) {
            table.row(
                    one.question(),
                    number("%.1f", one.p50Millis()),
                    number("%.1f", one.p95Millis()),
                    number("%.1f", one.p99Millis()),
                    number("%,.0f", one.perSecond()),
                    one.cpu(),
                    number("%,.0f", one.sqlPerSecond()),
                    number("%.2f", one.share()));
        }
        return table;
    }

    private static String processes(QueryFigures figures) {
        return figures.answered().stream()
                .findFirst()
                .map(one -> String.join(" / ", one.cpuMicros().keySet()))
                .orElse("-");
    }

    private static Table exported(QueryFigures figures) {
        var exported = figures.exported();
        return Table.of("The whole list as CSV", "rows", "rows/s", "MB/s", "peak heap MiB")
                .row(
                        number("%,.0f", (double) exported.rows()),
                        number("%,.0f", exported.rowsPerSecond()),
                        number("%.1f", exported.megabytesPerSecond()),
                        number("%,.0f", (double) exported.peakHeapMib()));
    }

    private static Chart chart(QueryFigures figures) {
        return new Chart.Bars(
                "query",
                "The slowest of a hundred answers",
                "question",
                "ms",
                figures.answered().stream().map(Answered::question).toList(),
                List.of(new Chart.Series(
                        "p99",
                        figures.answered().stream().map(Answered::p99Millis).toList())));
    }

    private static String number(String format, @Nullable Double number) {
        return number == null ? "-" : String.format(Locale.ROOT, format, number);
    }
}

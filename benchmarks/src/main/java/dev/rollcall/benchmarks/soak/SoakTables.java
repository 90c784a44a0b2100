package dev.rollcall.benchmarks.soak;

import dev.rollcall.benchmarks.report.Chart;
import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.report.Report;
import dev.rollcall.benchmarks.report.Table;
import dev.rollcall.benchmarks.soak.SoakFigures.Course;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The figures as a person reads them: what grew, and pictures of it.
public final class SoakTables {
    private SoakTables() {}

    public static Report report(SoakPlan plan, SoakFigures figures, Machine machine) {
        return new Report("soak", machine, figures, List.of(drifts(plan, figures), growth(figures)), charts(figures));
    }

    private static Table drifts(SoakPlan plan, SoakFigures figures) {
        var table = Table.of(
                String.format(
                        Locale.ROOT,
                        "%d minutes, %,d rows, %,d calls: medians of the middle and of the last third",
                        plan.minutes(),
                        figures.rows(),
                        figures.calls()),
                "",
                "middle",
                "last",
                "unit",
                "drift");
        for (var course : figures.courses()) {
            var drift = course.drift();
            table.row(
                    course.name(),
                    number(drift.before()),
                    number(drift.after()),
                    course.unit(),
                    course.drifts() ? "YES" : "no");
        }
        return table;
    }

    private static Table growth(SoakFigures figures) {
        var first = figures.samples().getFirst();
        var last = figures.samples().getLast();
        return Table.of("What grows with what is registered", "", "first", "last", "unit")
                .row("PostgreSQL", number(first.databaseMib()), number(last.databaseMib()), "MiB")
                .row("Kafka", number(first.kafkaMib()), number(last.kafkaMib()), "MiB");
    }

    private static List<Chart> charts(SoakFigures figures) {
        return List.of(
                chart("heap", "Heap after a full collection", "MiB", figures, named(": heap")),
                chart("threads", "Threads", "threads", figures, named(": threads")),
                chart("handles", "File handles", "handles", figures, named(": file handles")),
                chart("lag", "Lag of all consumer groups", "records", figures, named("lag")),
                new Chart.Lines(
                        "soak-size",
                        "Size",
                        "minutes",
                        "MiB",
                        List.of(
                                line("PostgreSQL", figures, Sample::databaseMib),
                                line("Kafka", figures, Sample::kafkaMib))));
    }

    private static Predicate<Course> named(String end) {
        return course -> course.name().endsWith(end);
    }

    private static Chart chart(String name, String title, String unit, SoakFigures figures, Predicate<Course> of) {
        var lines = figures.courses().stream()
                .filter(of)
                .map(course -> new Chart.Line(course.name(), minutes(figures), course.values()))
                .toList();
        return new Chart.Lines("soak-" + name, title, "minutes", unit, lines);
    }

    private static Chart.Line line(String name, SoakFigures figures, ToDoubleFunction<Sample> figure) {
        return new Chart.Line(
                name,
                minutes(figures),
                figures.samples().stream().mapToDouble(figure).boxed().toList());
    }

    private static List<Double> minutes(SoakFigures figures) {
        return figures.samples().stream().map(Sample::minute).toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}

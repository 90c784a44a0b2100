package dev.rollcall.benchmarks.pipeline;

import dev.rollcall.benchmarks.report.Chart;
import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.report.Report;
import dev.rollcall.benchmarks.report.Spread;
import dev.rollcall.benchmarks.report.Table;
import dev.rollcall.benchmarks.server.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The figures as a person reads them.
public final class PipelineTables {
    private static final double MIB = 1 << 20;

    private PipelineTables() {}

    public static Report report(PipelineFigures figures, Machine machine) {
        var tables = new ArrayList<Table>();
        tables.add(speed(figures));
        tables.add(cost(figures));
        tables.add(memory(figures));
        if (figures.singles() != null) {
            tables.add(singles(figures.singles()));
        }
        if (figures.shares() != null) {
            tables.add(workers(figures.shares()));
            tables.add(brokers(figures.shares()));
        }
        return new Report("pipeline", machine, figures, tables, List.of(chart(figures)));
    }

    private static Table speed(PipelineFigures figures) {
        var table = Table.of(
                String.format(
                        Locale.ROOT,
                        "%s: batches of %,d devices, from the first byte sent until the last outcome could be seen",
                        figures.layout(),
                        figures.plan().rows()),
                "batch",
                "devices/s",
                "floor, devices/s",
                "share",
                "answered after s",
                "complete after s",
                "later half/earlier");
        for (var number = 0; number < figures.all().size(); number++) {
            var run = figures.all().get(number);
            var floor = number < figures.floorDevicesPerSecond().size()
                    ? figures.floorDevicesPerSecond().get(number)
                    : Double.NaN;
            table.row(
                    run.name(),
                    number(run.devicesPerSecond()),
                    number(floor),
                    percent(run.devicesPerSecond() / floor),
                    tenths(run.secondsToAnswer()),
                    tenths(run.seconds()),
                    String.format(Locale.ROOT, "%.2f", run.steadiness()));
        }
        return table.row(
                "median (from – to) of runs",
                figures.devicesPerSecond().show("%,.0f"),
                Spread.of(figures.floorDevicesPerSecond()).show("%,.0f"),
                figures.share().show("%.2f"),
                "",
                "",
                "");
    }

    /// One line for each batch, so that the growth with what is stored can be seen.
    private static Table cost(PipelineFigures figures) {
        var processes = figures.all().stream()
                .findFirst()
                .map(run -> List.copyOf(run.usage().cpuSeconds().keySet()))
                .orElse(List.of());
        var header = new ArrayList<>(List.of("batch"));
        processes.forEach(process -> header.add(process + ", CPU µs"));
        header.addAll(List.of("all, CPU µs", "Kafka, bytes", "PostgreSQL, bytes", "WAL, bytes"));
        var table = Table.of("What one device costs", header.toArray(String[]::new));
        figures.all().forEach(run -> table.row(cost(run, processes)));
        return table;
    }

    private static String[] cost(BatchRun run, List<String> processes) {
        var cells = new ArrayList<>(List.of(run.name()));
        processes.forEach(process -> cells.add(number(run.cpuMicrosPerDevice(process))));
        cells.add(number(run.cpuMicrosPerDevice()));
        cells.add(number((double) run.usage().kafkaBytes() / run.devices()));
        cells.add(number((double) run.usage().postgresBytes() / run.devices()));
        cells.add(number((double) run.usage().walBytes() / run.devices()));
        return cells.toArray(String[]::new);
    }

    private static Table memory(PipelineFigures figures) {
        var table = Table.of(
                "Memory",
                "process",
                "peak resident MiB",
                "peak heap MiB",
                "left by the last collection of each batch, MiB");
        for (var peak : figures.peakMemoryBytes().entrySet()) {
            var heaps = figures.all().stream()
                    .map(run -> run.heaps().get(peak.getKey()))
                    .toList();
            table.row(
                    peak.getKey(),
                    number(peak.getValue() / MIB),
                    heaps.isEmpty() ? "-" : number(heaps.getLast().peakMib()),
                    String.join(
                            ", ",
                            heaps.stream().map(heap -> number(heap.leftMib())).toList()));
        }
        return table;
    }

    private static Table singles(PipelineFigures.Singles singles) {
        return Table.of(
                        "A batch of one device, from the POST until ReadyForUser could be seen",
                        "",
                        "posts",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "max ms")
                .row(latency("alone", singles.alone()))
                .row(latency("beside a big batch", singles.beside()));
    }

    private static Table workers(Shares shares) {
        var topics = shares.workers().stream()
                .flatMap(worker -> worker.partitions().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        var header = new ArrayList<>(List.of("worker"));
        topics.forEach(topic -> header.add("partitions of " + topic));
        header.add("decided");
        var table = Table.of("Who registers", header.toArray(String[]::new));
        for (var worker : shares.workers()) {
            var cells = new ArrayList<>(List.of(worker.name()));
            topics.forEach(topic -> cells.add(number(worker.partitions().getOrDefault(topic, 0))));
            cells.add(number(worker.decided()));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static Table brokers(Shares shares) {
        var table = Table.of("Who keeps the partitions", "broker", "leads", "copies", "in sync");
        shares.brokers()
                .forEach(broker -> table.row(
                        broker.name(), number(broker.leads()), number(broker.copies()), number(broker.inSync())));
        return table;
    }

    private static String[] latency(String name, Latency latency) {
        return new String[] {
            name,
            number(latency.count()),
            number(latency.p50()),
            number(latency.p95()),
            number(latency.p99()),
            number(latency.max())
        };
    }

    private static Chart chart(PipelineFigures figures) {
        var lines = figures.all().stream()
                .map(run ->
                        new Chart.Line(run.name(), each(run, Sample::seconds), each(run, sample -> sample.devices())))
                .toList();
        return new Chart.Lines("pipeline", "Outcomes that can be seen", "s since the first byte", "devices", lines);
    }

    private static List<Double> each(BatchRun run, ToDoubleFunction<Sample> figure) {
        return run.samples().stream().map(figure::applyAsDouble).toList();
    }

    private static String number(Number figure) {
        return Double.isNaN(figure.doubleValue()) ? "-" : String.format(Locale.ROOT, "%,.0f", figure.doubleValue());
    }

    private static String tenths(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}

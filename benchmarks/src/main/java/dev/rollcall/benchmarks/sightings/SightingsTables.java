package dev.rollcall.benchmarks.sightings;

import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.report.Report;
import dev.rollcall.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The figures as a person reads them.
public final class SightingsTables {
    private static final double MICROS = 1_000_000;

    private SightingsTables() {}

    public static Report report(SightingsPlan plan, List<SightingsRun> runs, Machine machine) {
        var table = Table.of(
                String.format(
                        Locale.ROOT,
                        "Sightings of %,d devices, from the first report sent until the last was projected",
                        plan.devices()),
                "",
                "sightings",
                "seconds",
                "sightings/s",
                "CPU µs each, all",
                "PostgreSQL",
                "WAL bytes each");
        runs.forEach(run -> table.row(
                run.name(),
                number("%,d", run.sightings()),
                number("%.1f", run.seconds()),
                number("%,.0f", run.perSecond()),
                number("%.1f", run.usage().allCpuSeconds() * MICROS / run.sightings()),
                number("%.1f", postgres(run) * MICROS / run.sightings()),
                number("%.1f", (double) run.usage().walBytes() / run.sightings())));
        return new Report("sightings", machine, Map.of("plan", plan, "runs", runs), List.of(table), List.of());
    }

    private static double postgres(SightingsRun run) {
        return run.usage().cpuSeconds().getOrDefault("PostgreSQL", Double.NaN);
    }

    private static String number(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.report.Report;
import dev.rollcall.benchmarks.report.Spread;
import java.util.List;
import org.HdrHistogram.Histogram;

/// What was measured. Rates are rows a second, from the POST until the last outcome can be seen.
public record FairnessReport(int rows, List<Double> aloneRowsPerSecond, List<Beside> beside, Sharing tenTenants) {
    private static final double MICROS = 1000;

    /// A big batch beside small ones: its rate, and how long the small ones took.
    public record Beside(double rowsPerSecond, Latency smallBatches) {
        static Beside of(double rowsPerSecond, Histogram micros) {
            return new Beside(
                    rowsPerSecond,
                    new Latency(
                            micros.getTotalCount(),
                            micros.getValueAtPercentile(50) / MICROS,
                            micros.getValueAtPercentile(95) / MICROS,
                            micros.getMaxValue() / MICROS));
        }
    }

    public record Latency(long count, double p50Millis, double p95Millis, double maxMillis) {}

    /// Jain's index of the rows that were finished until the first tenant was done, since two instants: the last POST,
    /// from when all were waiting, and the last answer, from when all had their rows on the lane.
    public record Sharing(double jainSinceLastPost, double jainSinceLastAnswer, List<Share> tenants) {}

    /// From the tenant's own POST until it was answered, and until its last outcome could be seen.
    public record Share(
            String tenant,
            int rows,
            double secondsToAnswer,
            double seconds,
            long rowsSinceLastPost,
            long rowsSinceLastAnswer) {}

    /// What a big batch keeps of its rate beside small ones; the medians of all runs.
    public double ratio() {
        return Spread.of(beside.stream().map(Beside::rowsPerSecond).toList()).median()
                / Spread.of(aloneRowsPerSecond).median();
    }

    /// As it is printed and written.
    public Report on(Machine machine) {
        return new Report("fairness", machine, this, FairnessTables.of(this), List.of(FairnessTables.chart(this)));
    }
}

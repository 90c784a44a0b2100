package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
        return Median.of(beside.stream().map(Beside::rowsPerSecond).toList()) / Median.of(aloneRowsPerSecond);
    }

    public int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    public void print(PrintWriter out) {
        new FairnessTable(out).print(this);
    }

    public void write(Path file) {
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(this);
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw new BenchFailure("the file " + file + " can't be written: " + e.getMessage(), e);
        }
    }
}

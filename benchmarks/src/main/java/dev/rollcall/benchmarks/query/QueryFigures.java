package dev.rollcall.benchmarks.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was measured. `sqlPerSecond` is how often a second pgbench sends the SQL of one answer; null where there is
/// none.
public record QueryFigures(QueryPlan plan, List<Answered> answered, Exported exported) {

    /// `cpuMicros` of an answer by the name of the process, that of the callers among them.
    public record Answered(
            String question,
            double perSecond,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            Map<String, Double> cpuMicros,
            @Nullable Double sqlPerSecond) {

        /// In the order of [#cpuMicros()].
        String cpu() {
            return cpuMicros.values().stream()
                    .map(Math::round)
                    .map(String::valueOf)
                    .collect(Collectors.joining(" / "));
        }

        /// Of the rate of the SQL alone.
        @Nullable
        Double share() {
            return sqlPerSecond == null ? null : perSecond / sqlPerSecond;
        }
    }

    public record Exported(long rows, double rowsPerSecond, double megabytesPerSecond, long peakHeapMib) {}
}

package dev.rollcall.benchmarks.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was measured. `sqlPerSecond` is how often a second pgbench sends the SQL of one answer; null where there is
/// none.
public record QueryFigures(QueryPlan plan, List<Answered> answered, Exported exported) {

    public record Answered(
            String question,
            double perSecond,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            @Nullable Double sqlPerSecond) {

        /// Of the rate of the SQL alone.
        @Nullable
        Double share() {
            return sqlPerSecond == null ? null : perSecond / sqlPerSecond;
        }
    }

    public record Exported(long rows, double rowsPerSecond, double megabytesPerSecond, long peakHeapMib) {}
}

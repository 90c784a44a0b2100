package dev.rollcall.benchmarks.pipeline;

import org.HdrHistogram.Histogram;

/// How long something took, in milliseconds.
public record Latency(long count, double p50, double p95, double p99, double max) {
    private static final double MICROS = 1000;

    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / MICROS,
                micros.getValueAtPercentile(95) / MICROS,
                micros.getValueAtPercentile(99) / MICROS,
                micros.getMaxValue() / MICROS);
    }
}

package dev.rollcall.benchmarks.report;

import java.util.List;

/// How a figure was spread over many times of the same: each is one that was measured, the least that so many percent
/// of all do not exceed. No number at all where nothing was measured.
public record Percentiles(int count, double p50, double p95, double p99, double worst) {

    public static Percentiles of(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        return new Percentiles(sorted.size(), at(50, sorted), at(95, sorted), at(99, sorted), at(100, sorted));
    }

    private static double at(int percent, List<Double> sorted) {
        var rank = (percent * sorted.size() + 99) / 100;
        return sorted.isEmpty() ? Double.NaN : sorted.get(rank - 1);
    }
}

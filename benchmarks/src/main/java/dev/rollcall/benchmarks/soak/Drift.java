package dev.rollcall.benchmarks.soak;

import java.util.List;

/// Whether a figure grows under a load that does not: the median of the last third of the time is held against that of
/// the middle third. The first third is the warm-up.
public record Drift(double before, double after) {
    private static final int PARTS = 3;

    public static Drift of(List<Double> figures) {
        var third = figures.size() / PARTS;
        return new Drift(
                median(figures.subList(third, figures.size() - third)),
                median(figures.subList(figures.size() - third, figures.size())));
    }

    /// Beyond both a share of it and so much.
    public boolean isMoreThan(double share, double amount) {
        return after - before > Math.max(share * before, amount);
    }

    private static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((sorted.size() - 1) / 2);
    }
}

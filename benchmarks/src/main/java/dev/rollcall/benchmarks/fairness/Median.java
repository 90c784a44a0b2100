package dev.rollcall.benchmarks.fairness;

import java.util.List;

/// The middle one of some figures, or the mean of the middle two.
final class Median {
    private Median() {}

    static double of(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

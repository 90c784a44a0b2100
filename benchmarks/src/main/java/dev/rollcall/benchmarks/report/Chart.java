package dev.rollcall.benchmarks.report;

import java.util.List;

/// A picture of figures. `name` is that of its file; `x` and `y` say what is on the axes, with units.
public sealed interface Chart {
    String name();

    String title();

    String x();

    String y();

    /// How something changes along a number, time above all.
    record Lines(String name, String title, String x, String y, List<Line> lines) implements Chart {}

    /// Groups of bars, one bar of each series for each of the `labels`.
    record Bars(String name, String title, String x, String y, List<String> labels, List<Series> series)
            implements Chart {}

    record Line(String name, List<Double> x, List<Double> y) {}

    record Series(String name, List<Double> values) {}
}

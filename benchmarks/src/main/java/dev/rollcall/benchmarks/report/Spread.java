package dev.rollcall.benchmarks.report;

import java.util.List;
import java.util.Locale;

/// The middle one of several runs' figures (or the mean of the middle two), and how far they lie apart. No
/// number at all where nothing was measured.
public record Spread(double median, double least, double most, int runs) {

    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast(), sorted.size());
    }

    /// The median and, in brackets, from where to where the runs were; `format` is that of one number.
    public String show(String format) {
        if (runs == 0) {
            return "-";
        }
        var middle = String.format(Locale.ROOT, format, median);
        return runs == 1
                ? middle
                : middle + String.format(Locale.ROOT, " (" + format + " – " + format + ")", least, most);
    }
}

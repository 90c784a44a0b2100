package dev.rollcall.benchmarks.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lines under a title, in columns as wide as they need to be: the first to the left, the others to the right.
public final class Table {
    private final String title;
    private final List<List<String>> lines = new ArrayList<>();

    private Table(String title) {
        this.title = title;
    }

    public static Table of(String title, String... header) {
        return new Table(title).row(header);
    }

    /// As many cells as the header has.
    public Table row(String... cells) {
        if (!lines.isEmpty() && lines.getFirst().size() != cells.length) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " under " + lines.getFirst().size() + " columns");
        }
        lines.add(Arrays.asList(cells));
        return this;
    }

    public void print(PrintWriter out) {
        var widths = IntStream.range(0, lines.getFirst().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        out.println();
        out.println(title);
        lines.forEach(line -> out.println(("  " + aligned(line, widths)).stripTrailing()));
        out.flush();
    }

    private static String aligned(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> pad(line.get(column), widths[column], column == 0))
                .collect(Collectors.joining("   "));
    }

    private static String pad(String cell, int width, boolean left) {
        var blank = " ".repeat(width - cell.length());
        return left ? cell + blank : blank + cell;
    }
}

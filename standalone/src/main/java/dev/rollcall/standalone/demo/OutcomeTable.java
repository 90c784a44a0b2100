package dev.rollcall.standalone.demo;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The outcome of each sample device, file by file.
record OutcomeTable(PrintWriter out) {
    private static final String LINE = "  %-24s  %-34s  %-20s  %s%n";

    void print(List<CheckedRow> rows) {
        var files = rows.stream()
                .collect(Collectors.groupingBy(row -> row.posted().sample(), LinkedHashMap::new, Collectors.toList()));
        out.printf(LINE, "serial number", "outcome", "device", "as expected?");
        files.forEach((sample, ofFile) -> {
            out.println(sample.name() + ", posted by " + sample.postedBy());
            ofFile.forEach(this::print);
        });
        var mismatches = rows.stream().filter(row -> !row.asExpected()).count();
        out.println(mismatches == 0 ? rows.size() + " rows, all as expected." : mismatches + " MISMATCHES.");
    }

    private void print(CheckedRow row) {
        var expected = row.expected();
        out.printf(
                LINE,
                expected.serialNumber(),
                row.outcome(),
                row.stateLabel(),
                row.asExpected() ? "ok" : "MISMATCH: expected " + expected.outcome() + ", " + expected.state());
    }
}

package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.Problem;
import dev.rollcall.standalone.client.RowResult;
import dev.rollcall.standalone.client.SubmitAnswer.Accepted;
import java.io.PrintWriter;
import java.util.List;

/// What `register` prints of a batch.
record Report(PrintWriter out) {

    void refused(Problem problem) {
        out.println(problem.headline());
        problem.places().forEach(place -> out.println("  " + place));
    }

    void accepted(Accepted accepted, boolean dryRun) {
        out.println(
                dryRun
                        ? accepted.rowCount() + " rows can be read; nothing was registered."
                        : "Batch " + accepted.batchId() + ": " + accepted.rowCount() + " rows.");
        if (!accepted.ignored().isEmpty()) {
            out.println("Ignored columns: " + String.join(", ", accepted.ignored()));
        }
    }

    /// How often each outcome came about.
    void summary(BatchProgress progress) {
        progress.counts().forEach((outcome, count) -> {
            if (count > 0) {
                out.printf("%8d  %s%n", count, outcome);
            }
        });
    }

    /// Failed rows with one and the same error, `count` in all, of which `rows` are the first.
    void failures(List<RowResult> rows, long count) {
        var error = rows.getFirst().error();
        out.println((error == null ? rows.getFirst().outcome() : error.message()) + " (" + count + ")");
        rows.forEach(this::failure);
        if (count > rows.size()) {
            out.println("  … and " + (count - rows.size()) + " more");
        }
    }

    private void failure(RowResult row) {
        var place = row.file() == null ? "row " + row.row() : row.file() + ":" + row.line();
        var serialNumber = row.serialNumber() == null ? "(no serial number)" : row.serialNumber();
        var reason = row.error() == null || row.error().reason() == null
                ? ""
                : "  " + row.error().reason();
        out.println("  " + place + "  " + serialNumber + reason);
    }
}

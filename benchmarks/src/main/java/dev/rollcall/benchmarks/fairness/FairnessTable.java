package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.fairness.FairnessReport.Beside;
import dev.rollcall.benchmarks.fairness.FairnessReport.Sharing;
import java.io.PrintWriter;
import java.util.Locale;

/// The figures as a person reads them.
record FairnessTable(PrintWriter out) {

    void print(FairnessReport report) {
        out.printf(
                Locale.ROOT,
                "%n%,d rows in a big batch, 3 in a small one, %d processors%n",
                report.rows(),
                report.processors());
        for (var run = 0; run < report.beside().size(); run++) {
            print(report.aloneRowsPerSecond().get(run), report.beside().get(run));
        }
        out.printf(Locale.ROOT, "  a big batch keeps %.1f %% of its rate beside small ones%n%n", 100 * report.ratio());
        print(report.tenTenants());
    }

    private void print(double alone, Beside beside) {
        var small = beside.smallBatches();
        out.printf(Locale.ROOT, "  alone           %,10.0f rows/s%n", alone);
        out.printf(Locale.ROOT, "  beside small    %,10.0f rows/s%n", beside.rowsPerSecond());
        out.printf(
                Locale.ROOT,
                "  small batches   %,10.0f ms p50   %,.0f ms p95   %,.0f ms max   (%d of them)%n",
                small.p50Millis(),
                small.p95Millis(),
                small.maxMillis(),
                small.count());
    }

    private void print(Sharing sharing) {
        out.printf(
                Locale.ROOT, "  tenant            rows   answered   complete   since last post   since last answer%n");
        for (var share : sharing.tenants()) {
            out.printf(
                    Locale.ROOT,
                    "  %-10s %,11d %8.1f s %8.1f s %,17d %,19d%n",
                    share.tenant(),
                    share.rows(),
                    share.secondsToAnswer(),
                    share.seconds(),
                    share.rowsSinceLastPost(),
                    share.rowsSinceLastAnswer());
        }
        out.printf(
                Locale.ROOT,
                "  Jain's fairness index of the rows until the first was done %11.3f %19.3f%n%n",
                sharing.jainSinceLastPost(),
                sharing.jainSinceLastAnswer());
        out.flush();
    }
}

package dev.rollcall.benchmarks.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.fairness.FairnessReport.Beside;
import dev.rollcall.benchmarks.fairness.FairnessReport.Sharing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FairnessReportTest {

    @Test
    void comparesTheMediansOfAllRuns() {
        var report = new FairnessReport(
                10_000,
                List.of(100.0, 120.0, 500.0),
                List.of(beside(108), beside(90), beside(200)),
                new Sharing(1, 1, List.of()));

        assertThat(report.ratio()).isEqualTo(0.9);
        assertThat(printed(report)).contains("keeps 90.0 % of its rate");
    }

    @Test
    void tellsTheTimesOfSmallBatchesInMilliseconds() {
        var micros = new Histogram(3);
        for (var milli = 1; milli <= 100; milli++) {
            micros.recordValue(milli * 1000L);
        }

        var small = Beside.of(1, micros).smallBatches();

        assertThat(small.count()).isEqualTo(100);
        assertThat(small.p50Millis()).isBetween(49.9, 50.1);
        assertThat(small.p95Millis()).isBetween(94.9, 95.1);
        assertThat(small.maxMillis()).isBetween(99.9, 100.1);
    }

    private static Beside beside(double rowsPerSecond) {
        return Beside.of(rowsPerSecond, new Histogram(3));
    }

    private static String printed(FairnessReport report) {
        var text = new StringWriter();
        FairnessTables.of(report).forEach(table -> table.print(new PrintWriter(text)));
        return text.toString();
    }
}

package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.fairness.FairnessReport.Beside;
import dev.rollcall.benchmarks.fairness.FairnessReport.Share;
import dev.rollcall.benchmarks.fairness.FairnessReport.Sharing;
import dev.rollcall.benchmarks.report.Chart;
import dev.rollcall.benchmarks.report.Spread;
import dev.rollcall.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The figures as a person reads them.
final class FairnessTables {
    private FairnessTables() {}

    static List<Table> of(FairnessReport report) {
        return List.of(besideSmallBatches(report), tenTenants(report.tenTenants()));
    }

    static Chart chart(FairnessReport report) {
        var tenants = report.tenTenants().tenants();
        return new Chart.Bars(
                "fairness",
                "Rows of each tenant until the first was done",
                "tenant",
                "rows",
                tenants.stream().map(Share::tenant).toList(),
                List.of(
                        series("since the last post", tenants, Share::rowsSinceLastPost),
                        series("since the last answer", tenants, Share::rowsSinceLastAnswer)));
    }

    private static Table besideSmallBatches(FairnessReport report) {
        return Table.of(
                        String.format(
                                Locale.ROOT,
                                "A big batch of %,d rows keeps %.1f %% of its rate beside small ones of 3",
                                report.rows(),
                                100 * report.ratio()),
                        "",
                        "median",
                        "all runs")
                .row(row("alone, rows/s", report.aloneRowsPerSecond()))
                .row(row("beside small ones, rows/s", each(report, Beside::rowsPerSecond)))
                .row(row(
                        "small batch, p50 ms",
                        each(report, beside -> beside.smallBatches().p50Millis())))
                .row(row(
                        "small batch, p95 ms",
                        each(report, beside -> beside.smallBatches().p95Millis())))
                .row(row(
                        "small batch, max ms",
                        each(report, beside -> beside.smallBatches().maxMillis())));
    }

    private static String[] row(String name, List<Double> figures) {
        var spread = Spread.of(figures);
        return new String[] {
            name,
            number(spread.median()),
            String.join(", ", figures.stream().map(FairnessTables::number).toList())
        };
    }

    private static Table tenTenants(Sharing sharing) {
        var table = Table.of(
                String.format(
                        Locale.ROOT,
                        "Ten tenants: Jain's index %.3f since the last post, %.3f since the last answer",
                        sharing.jainSinceLastPost(),
                        sharing.jainSinceLastAnswer()),
                "tenant",
                "rows",
                "answered s",
                "complete s",
                "rows since last post",
                "rows since last answer");
        for (var share : sharing.tenants()) {
            table.row(
                    share.tenant(),
                    number(share.rows()),
                    seconds(share.secondsToAnswer()),
                    seconds(share.seconds()),
                    number(share.rowsSinceLastPost()),
                    number(share.rowsSinceLastAnswer()));
        }
        return table;
    }

    private static List<Double> each(FairnessReport report, ToDoubleFunction<Beside> figure) {
        return report.beside().stream().map(figure::applyAsDouble).toList();
    }

    private static Chart.Series series(String name, List<Share> tenants, ToDoubleFunction<Share> rows) {
        return new Chart.Series(name, tenants.stream().map(rows::applyAsDouble).toList());
    }

    private static String number(Number figure) {
        return String.format(Locale.ROOT, "%,.0f", figure.doubleValue());
    }

    private static String seconds(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}

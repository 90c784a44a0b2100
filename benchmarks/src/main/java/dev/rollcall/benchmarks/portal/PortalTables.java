package dev.rollcall.benchmarks.portal;

import dev.rollcall.benchmarks.portal.PortalFigures.Interaction;
import dev.rollcall.benchmarks.report.Chart;
import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.report.Percentiles;
import dev.rollcall.benchmarks.report.Report;
import dev.rollcall.benchmarks.report.Spread;
import dev.rollcall.benchmarks.report.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The figures as a person reads them, beside the targets.
public final class PortalTables {
    private static final String MILLIS = "%,.0f";

    private PortalTables() {}

    public static Report report(PortalFigures figures, Machine machine) {
        return new Report(
                "portal",
                machine,
                figures,
                List.of(views(figures), milestones(figures), interactions(figures)),
                List.of(chart(figures)));
    }

    private static Table views(PortalFigures figures) {
        var table = Table.of(
                String.format(
                        Locale.ROOT,
                        "The list opened by its address, %,d devices (loaded by SQL in the form of the projection), %s: ms until"
                                + " the rows are painted",
                        figures.plan().devices(),
                        figures.browser()),
                "",
                "n",
                "p50",
                "p95",
                "p99",
                "worst",
                "target at p95");
        view(table, "the very first after the server's start", List.of(figures.afterStart()), FirstView::millis);
        view(table, "empty cache", figures.cold(), FirstView::millis);
        view(table, "  without the silent sign-in", figures.cold(), FirstView::millisWithoutSignIn);
        view(table, "files in the cache", figures.warm(), FirstView::millis);
        view(table, "  without the silent sign-in", figures.warm(), FirstView::millisWithoutSignIn);
        return table;
    }

    private static void view(Table table, String name, List<FirstView> views, ToDoubleFunction<FirstView> millis) {
        var spread = Percentiles.of(views.stream().map(millis::applyAsDouble).toList());
        table.row(cells(name, spread, target(PortalFigures.FIRST_VIEW_MILLIS, spread.p95())));
    }

    private static Table milestones(PortalFigures figures) {
        var table = Table.of(
                "Of it, ms from the address until …, median (from – to)", "", "empty cache", "files in the cache");
        var names = new LinkedHashSet<String>();
        Stream.concat(figures.cold().stream(), figures.warm().stream())
                .forEach(view -> names.addAll(view.milestones().keySet()));
        names.forEach(name -> table.row(
                name,
                spread(figures.cold(), name).show(MILLIS),
                spread(figures.warm(), name).show(MILLIS)));
        return table;
    }

    private static Spread spread(List<FirstView> views, String milestone) {
        return Spread.of(views.stream()
                .map(view -> view.milestones().get(milestone))
                .filter(Objects::nonNull)
                .toList());
    }

    private static Table interactions(PortalFigures figures) {
        var table = Table.of(
                String.format(
                        Locale.ROOT,
                        "From the user's event until what comes of it is painted, ms; a search without the %.0f ms that the"
                                + " portal waits for another key",
                        Round.TYPING_MILLIS),
                "what is done",
                "n",
                "p50",
                "p95",
                "p99",
                "worst",
                "target at p95",
                "of it the API p50",
                "p95",
                "calls");
        figures.interactions()
                .forEach(one -> table.row(Stream.concat(
                                Stream.of(cells(
                                        one.name(),
                                        one.millis(),
                                        target(
                                                PortalFigures.INTERACTION_MILLIS,
                                                one.millis().p95()))),
                                Stream.of(
                                        number(one.apiMillis().p50()),
                                        number(one.apiMillis().p95()),
                                        calls(one)))
                        .toArray(String[]::new)));
        return table;
    }

    private static String[] cells(String name, Percentiles spread, String target) {
        return new String[] {
            name,
            Integer.toString(spread.count()),
            number(spread.p50()),
            number(spread.p95()),
            number(spread.p99()),
            number(spread.worst()),
            target
        };
    }

    private static String target(double millis, double measured) {
        return String.format(Locale.ROOT, "< " + MILLIS + ": %s", millis, measured < millis ? "met" : "missed");
    }

    private static String calls(Interaction one) {
        return one.fewestCalls() == one.mostCalls()
                ? Integer.toString(one.mostCalls())
                : one.fewestCalls() + "–" + one.mostCalls();
    }

    private static Chart chart(PortalFigures figures) {
        return new Chart.Bars(
                "portal",
                "From the user's event until painted",
                "",
                "ms",
                figures.interactions().stream().map(Interaction::name).toList(),
                List.of(series("p50", figures, Percentiles::p50), series("p95", figures, Percentiles::p95)));
    }

    private static Chart.Series series(String name, PortalFigures figures, ToDoubleFunction<Percentiles> figure) {
        return new Chart.Series(
                name,
                figures.interactions().stream()
                        .map(one -> figure.applyAsDouble(one.millis()))
                        .toList());
    }

    private static String number(double millis) {
        return Double.isNaN(millis) ? "-" : String.format(Locale.ROOT, MILLIS, millis);
    }
}

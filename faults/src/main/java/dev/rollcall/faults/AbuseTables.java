package dev.rollcall.faults;

import dev.rollcall.benchmarks.report.Table;
import dev.rollcall.faults.abuse.Experience;
import dev.rollcall.faults.abuse.Siege;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Stream;

/// Attacks as a table: what the attackers got, and what an honest caller met meanwhile.
public record AbuseTables(Siege.Outcome outcome) {
    private static final int EXAMPLES = 20;

    public void print(PrintWriter out) {
        var results = outcome.attacks();
        var table = Table.of(
                "Attacks, and an honest caller meanwhile (milliseconds)",
                "attack",
                "lasted",
                "reads",
                "p50",
                "p95",
                "worst",
                "round trips",
                "p50",
                "worst",
                "failed",
                "breaches");
        results.forEach(result -> table.row(cells(
                result.attack(),
                result.lasted().toSeconds() + " s",
                result.honest(),
                Integer.toString(result.impact().breaches().size()))));
        table.row(cells("all of it", "", outcome.throughout(), ""));
        table.print(out);
        results.forEach(result ->
                out.println("  " + result.attack() + ": " + result.impact().words()));
        results.forEach(
                result -> Stream.concat(result.impact().breaches().stream(), result.honest().failures().stream())
                        .limit(EXAMPLES)
                        .forEach(out::println));
        out.flush();
    }

    private static String[] cells(String attack, String lasted, Experience honest, String breaches) {
        var reads = honest.reads();
        var trips = honest.roundTrips();
        return new String[] {
            attack,
            lasted,
            Integer.toString(reads.count()),
            whole(reads.p50()),
            whole(reads.p95()),
            whole(reads.worst()),
            Integer.toString(trips.count()),
            whole(trips.p50()),
            whole(trips.worst()),
            Integer.toString(honest.failures().size()),
            breaches
        };
    }

    /// Nothing where nothing was measured.
    private static String whole(double millis) {
        return Double.isNaN(millis) ? "-" : String.format(Locale.ROOT, "%.0f", millis);
    }
}

package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.report.Percentiles;
import java.util.List;

/// What an honest caller met in a while: how long lists took, how long it was from a batch's post until its outcomes
/// could be read (both in milliseconds), and which calls went wrong.
public record Experience(Percentiles reads, Percentiles roundTrips, List<String> failures) {
    public Experience {
        failures = List.copyOf(failures);
    }

    /// Whether 95 of 100 lists and every round trip took no longer. What did not happen took no time.
    public boolean isWithin(double readMillis, double roundTripMillis) {
        return (reads.count() == 0 || reads.p95() <= readMillis)
                && (roundTrips.count() == 0 || roundTrips.worst() <= roundTripMillis);
    }
}

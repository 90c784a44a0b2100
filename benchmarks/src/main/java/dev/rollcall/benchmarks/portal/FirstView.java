package dev.rollcall.benchmarks.portal;

import java.util.List;
import java.util.Map;

/// The list was opened by its address: milliseconds from then until each milestone, in their order, and each call of
/// the
/// API that was made, by its path.
public record FirstView(Map<String, Double> milestones, List<String> calls) {
    static final String ARRIVED = "the issuer sends back to the portal";
    static final String PAINTED = "rows painted";

    double millis() {
        return milestones.getOrDefault(PAINTED, Double.NaN);
    }

    /// Without the silent sign-in.
    double millisSinceArrival() {
        return millis() - milestones.getOrDefault(ARRIVED, Double.NaN);
    }
}

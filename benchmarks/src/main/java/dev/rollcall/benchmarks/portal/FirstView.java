package dev.rollcall.benchmarks.portal;

import java.util.List;
import java.util.Map;

/// The list was opened by its address: milliseconds from then until each milestone, in their order, and
/// each call of the API that was made, by its path.
public record FirstView(Map<String, Double> milestones, List<String> calls) {
    static final String RUNNING = "the modules are there";
    static final String SIGNED_IN = "token";
    static final String PAINTED = "rows painted";

    double millis() {
        return at(PAINTED);
    }

    /// The portal asks the issuer in a hidden frame before anything else.
    double millisWithoutSignIn() {
        return millis() - (at(SIGNED_IN) - at(RUNNING));
    }

    private double at(String milestone) {
        return milestones.getOrDefault(milestone, Double.NaN);
    }
}

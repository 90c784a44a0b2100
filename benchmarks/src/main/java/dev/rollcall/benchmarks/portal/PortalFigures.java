package dev.rollcall.benchmarks.portal;

import dev.rollcall.benchmarks.report.Percentiles;
import java.util.List;

/// What was measured, in milliseconds. `afterStart` is the first view of all, by a server that has answered nobody yet;
/// the others come after the warm-up, with an empty cache of the browser and with one that has the portal's files.
public record PortalFigures(
        PortalPlan plan,
        String browser,
        FirstView afterStart,
        List<FirstView> cold,
        List<FirstView> warm,
        List<Interaction> interactions) {
    /// The targets, at p95.
    static final double FIRST_VIEW_MILLIS = 1_000;

    static final double INTERACTION_MILLIS = 300;

    /// `millis` are without `pauseMillis`; `apiMillis` is the part of the call whose answer was waited for.
    public record Interaction(
            String name,
            double pauseMillis,
            Percentiles millis,
            Percentiles apiMillis,
            int fewestCalls,
            int mostCalls,
            List<String> calls) {

        static Interaction of(Step step, List<Timing> timings) {
            var calls =
                    timings.stream().mapToInt(timing -> timing.calls().size()).summaryStatistics();
            return new Interaction(
                    step.name(),
                    step.pauseMillis(),
                    Percentiles.of(timings.stream()
                            .map(timing -> timing.millis() - step.pauseMillis())
                            .toList()),
                    Percentiles.of(timings.stream().map(Timing::apiMillis).toList()),
                    calls.getMin(),
                    calls.getMax(),
                    timings.stream()
                            .flatMap(timing -> timing.calls().stream())
                            .distinct()
                            .sorted()
                            .toList());
        }

        boolean isMet() {
            return millis.p95() < INTERACTION_MILLIS;
        }
    }
}

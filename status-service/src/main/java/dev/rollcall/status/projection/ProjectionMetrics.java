package dev.rollcall.status.projection;

import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.metering.AcceptanceTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Counts what came in and how it ended: `rollcall.projection.received` is, for each stream, the sum of
/// `rollcall.projection` over its outcomes projected, unchanged, skipped and dead_lettered.
@Component
final class ProjectionMetrics {
    private final MeterRegistry registry;
    private final InstantSource clock;

    ProjectionMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void received(String stream, int records) {
        registry.counter("rollcall.projection.received", "stream", stream).increment(records);
    }

    void count(String stream, String outcome, int records) {
        registry.counter("rollcall.projection", "stream", stream, "outcome", outcome)
                .increment(records);
    }

    /// `rollcall.visibility.latency`: from the acceptance of each row to the commit by which queries see its outcome.
    void visible(String stream, List<Event> events) {
        var outcomes = Projections.only(RegistrationOutcome.class, events);
        if (!outcomes.isEmpty()) {
            record(stream, outcomes);
        }
    }

    private void record(String stream, List<RegistrationOutcome> outcomes) {
        var latency = AcceptanceTimer.of(registry, "rollcall.visibility.latency", "stream", stream, clock.instant());
        outcomes.stream()
                .flatMap(Projections::submission)
                .forEach(submission -> latency.record(submission.acceptedAt()));
    }
}

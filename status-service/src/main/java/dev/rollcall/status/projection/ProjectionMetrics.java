package dev.rollcall.status.projection;

import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Counts what came in and how it ended: `rollcall.projection.received` is, for each stream, the sum of
/// `rollcall.projection` over its outcomes projected, unchanged, skipped and dead_lettered.
@Component
final class ProjectionMetrics {
    private static final Duration[] LATENCIES = IntStream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /// A record may hold any time, and a timer takes no more than three centuries.
    private static final Duration LONGEST = Duration.ofDays(365);

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
        var now = clock.instant();
        var latency = Timer.builder("rollcall.visibility.latency")
                .tag("stream", stream)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        outcomes.stream()
                .flatMap(Projections::submission)
                .forEach(submission -> latency.record(between(submission.acceptedAt(), now)));
    }

    private static Duration between(Instant accepted, Instant now) {
        var latency = Duration.between(accepted, now);
        if (latency.isNegative()) {
            return Duration.ZERO;
        }
        return latency.compareTo(LONGEST) > 0 ? LONGEST : latency;
    }
}

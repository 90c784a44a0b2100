package dev.rollcall.status.projection;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// `rollcall.projection`: every record received ends as projected, unchanged, skipped or dead_lettered.
@Component
final class ProjectionMetrics {
    private final MeterRegistry registry;

    ProjectionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String stream, String outcome, int records) {
        registry.counter("rollcall.projection", "stream", stream, "outcome", outcome)
                .increment(records);
    }
}

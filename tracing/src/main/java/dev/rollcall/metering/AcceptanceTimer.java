package dev.rollcall.metering;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/// Times the way from the acceptance of rows to `now`, in the buckets of the objectives.
public record AcceptanceTimer(Timer timer, Instant now) {
    private static final Duration[] LATENCIES = IntStream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /// A record may hold any time, and a timer takes no more than three centuries.
    private static final Duration LONGEST = Duration.ofDays(365);

    /// `tag` and `value` tell one way from another.
    public static AcceptanceTimer of(MeterRegistry meters, String name, String tag, String value, Instant now) {
        var timer = Timer.builder(name)
                .tag(tag, value)
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
        return new AcceptanceTimer(timer, now);
    }

    public void record(Instant accepted) {
        timer.record(between(accepted));
    }

    private Duration between(Instant accepted) {
        var latency = Duration.between(accepted, now);
        if (latency.isNegative()) {
            return Duration.ZERO;
        }
        return latency.compareTo(LONGEST) > 0 ? LONGEST : latency;
    }
}

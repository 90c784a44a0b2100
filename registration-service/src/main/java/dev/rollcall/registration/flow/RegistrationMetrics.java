package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.registration.policy.Ownership.HeldBy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Counts what came in and how it ended: `rollcall.registration.received` is the sum of
/// `rollcall.registrations` over its tag `outcome`. Counted once a poll is handed to Kafka and
/// before the transaction commits, so a poll that is then rolled back counts again with its
/// redelivery, on both sides alike.
@Component
class RegistrationMetrics {
    static final String DEAD_LETTERED = "dead_lettered";

    private static final Duration[] LATENCIES = IntStream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /// A record may hold any time, and a timer takes no more than three centuries.
    private static final Duration LONGEST = Duration.ofDays(365);

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Counter racesLost;

    RegistrationMetrics(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        this.racesLost = meters.counter("rollcall.claims.lost");
        meters.counter("rollcall.registrations", "outcome", DEAD_LETTERED);
    }

    static String outcomeOf(RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationOutcome.DeviceRegistered _ -> "registered";
            case RegistrationOutcome.RegistrationRejected rejected ->
                rejected.error().name().toLowerCase(Locale.ROOT);
            case RegistrationOutcome.DeviceReleased _ -> "released";
            case RegistrationOutcome.FailureDismissed _ -> "dismissed";
        };
    }

    void count(List<Settled> settled) {
        meters.counter("rollcall.registration.received").increment(settled.size());
        settled.stream()
                .collect(Collectors.groupingBy(Settled::outcome, Collectors.counting()))
                .forEach((outcome, count) -> meters.counter("rollcall.registrations", "outcome", outcome)
                        .increment(count));
    }

    /// `rollcall.registration.latency`: from the acceptance of each row to its outcome.
    void took(Lane lane, List<Row<? extends DeviceRequest>> rows) {
        var now = clock.instant();
        var latency = Timer.builder("rollcall.registration.latency")
                .tag("lane", lane.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
        for (var row : rows) {
            if (row.request() instanceof RegistrationRequested request) {
                latency.record(between(request.occurredAt(), now));
            }
        }
    }

    /// `rollcall.claims.lost`: the device was free when the request was accepted, and another was faster.
    void countLostRaces(Claims claims, List<RegistrationRequested> requests) {
        var lost = requests.stream()
                .filter(request -> claims.ownership(request) instanceof HeldBy holder
                        && holder.registeredAt().isAfter(request.occurredAt()))
                .count();
        racesLost.increment((double) lost);
    }

    private static Duration between(Instant accepted, Instant now) {
        var latency = Duration.between(accepted, now);
        if (latency.isNegative()) {
            return Duration.ZERO;
        }
        return latency.compareTo(LONGEST) > 0 ? LONGEST : latency;
    }
}

package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.metering.AcceptanceTimer;
import dev.rollcall.registration.policy.Ownership.HeldBy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Counts what came in and how it ended: `rollcall.registration.received` is the sum of
/// `rollcall.registrations` over its tag `outcome`. Counted once a poll is handed to Kafka and
/// before the transaction commits, so a poll that is then rolled back counts again with its
/// redelivery, on both sides alike.
@Component
class RegistrationMetrics {
    static final String DEAD_LETTERED = "dead_lettered";

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
        var latency = AcceptanceTimer.of(
                meters, "rollcall.registration.latency", "lane", lane.name().toLowerCase(Locale.ROOT), clock.instant());
        for (var row : rows) {
            if (row.request() instanceof RegistrationRequested request) {
                latency.record(request.occurredAt());
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
}

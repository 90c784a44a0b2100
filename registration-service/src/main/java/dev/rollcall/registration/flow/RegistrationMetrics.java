package dev.rollcall.registration.flow;

import dev.rollcall.events.RegistrationOutcome;
import io.micrometer.core.instrument.MeterRegistry;
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

    RegistrationMetrics(MeterRegistry meters) {
        this.meters = meters;
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
}

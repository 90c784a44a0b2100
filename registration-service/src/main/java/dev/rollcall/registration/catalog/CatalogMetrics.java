package dev.rollcall.registration.catalog;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Counts the suppliers' words and what they came to: `rollcall.catalog.received` is the sum of
/// `rollcall.catalog.words` over its tag `outcome`. A poll that is rolled back counts again with
/// its redelivery, on both sides alike.
@Component
class CatalogMetrics {
    private static final String DEAD_LETTERED = "dead_lettered";

    private final MeterRegistry meters;

    CatalogMetrics(MeterRegistry meters) {
        this.meters = meters;
        count(DEAD_LETTERED, 0);
    }

    void count(CatalogPoll poll, List<Decided> decided) {
        meters.counter("rollcall.catalog.received").increment(poll.deadLetters().size() + decided.size());
        count(DEAD_LETTERED, poll.deadLetters().size());
        decided.stream()
                .collect(Collectors.groupingBy(CatalogMetrics::outcome, Collectors.counting()))
                .forEach(this::count);
    }

    private void count(String outcome, long words) {
        meters.counter("rollcall.catalog.words", "outcome", outcome).increment((double) words);
    }

    private static String outcome(Decided decided) {
        return decided.stored() ? decided.verdict().name().toLowerCase(Locale.ROOT) : DEAD_LETTERED;
    }
}

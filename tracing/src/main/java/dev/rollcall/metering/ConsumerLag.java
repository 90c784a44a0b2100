package dev.rollcall.metering;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchInterceptor;

/// Tells how far each consumer group is behind in seconds: `rollcall.consumer.lag` is the age of the oldest record that
/// one of its consumers has in hand, 0 between two polls. A poll that failed is in hand until it comes again.
public final class ConsumerLag implements BatchInterceptor<String, byte[]> {

    /// Longer than Kafka lets a consumer keep a poll: whoever has not polled since has lost its partitions.
    private static final long FORGOTTEN_MILLIS = 600_000;

    private final Map<String, Map<Consumer<?, ?>, InHand>> groups = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final LongSupplier millis;

    /// `millis` is the clock that stamps the records.
    public ConsumerLag(MeterRegistry meters, LongSupplier millis) {
        this.meters = meters;
        this.millis = millis;
    }

    private record InHand(long oldest, long since) {}

    @Override
    public @Nullable ConsumerRecords<String, byte[]> intercept(
            ConsumerRecords<String, byte[]> records, Consumer<String, byte[]> consumer) {
        inHand(consumer).put(consumer, new InHand(oldest(records), millis.getAsLong()));
        return records;
    }

    @Override
    public void success(ConsumerRecords<String, byte[]> records, Consumer<String, byte[]> consumer) {
        inHand(consumer).remove(consumer);
    }

    double seconds(String group) {
        var now = millis.getAsLong();
        return groups.getOrDefault(group, Map.of()).values().stream()
                        .filter(poll -> now - poll.since() < FORGOTTEN_MILLIS)
                        .mapToLong(poll -> Math.max(0, now - poll.oldest()))
                        .max()
                        .orElse(0)
                / 1_000.0;
    }

    private Map<Consumer<?, ?>, InHand> inHand(Consumer<?, ?> consumer) {
        return groups.computeIfAbsent(consumer.groupMetadata().groupId(), this::observed);
    }

    private Map<Consumer<?, ?>, InHand> observed(String group) {
        Gauge.builder("rollcall.consumer.lag", () -> seconds(group))
                .tag("group", group)
                .baseUnit("seconds")
                .register(meters);
        return new ConcurrentHashMap<>();
    }

    /// The first of each partition will do: a partition's records are in their order.
    private long oldest(ConsumerRecords<String, byte[]> records) {
        return records.partitions().stream()
                .mapToLong(partition -> records.records(partition).getFirst().timestamp())
                .min()
                .orElseGet(millis);
    }
}

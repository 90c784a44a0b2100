package dev.rollcall.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever lies in a topic that the service reads, each reader of it puts it aside with its origin.
class PoisonEverywhereIT {
    private static final RunningService SERVICE = SharedService.get();
    private static final Topics TOPICS = SERVICE.topics();

    /// By topic, who reads it.
    private static final Map<String, Set<String>> READERS = Map.ofEntries(
            Map.entry(TOPICS.registrationRequests(), Set.of("status-requests")),
            Map.entry(TOPICS.registrationRequestsBulk(), Set.of("status-requests-bulk")),
            Map.entry(TOPICS.registrationOutcomes(), Set.of("status-outcomes")),
            Map.entry(TOPICS.registrationOutcomesBulk(), Set.of("status-outcomes-bulk")),
            Map.entry(TOPICS.rejectedRequests(), Set.of("status-rejected")),
            Map.entry(TOPICS.batches(), Set.of("status-batches", "status-audit")),
            Map.entry(TOPICS.partnerRelationships(), Set.of("status-audit")),
            Map.entry(TOPICS.catalogOutcomes(), Set.of("status-catalog-outcomes")),
            Map.entry(TOPICS.deviceActivity(), Set.of("status-activity")),
            Map.entry(TOPICS.deliverySteps(), Set.of("status-delivery")));

    /// Where Kafka itself takes no record without a key.
    private static final Set<String> COMPACTED = Set.of(TOPICS.deviceActivity(), TOPICS.partnerRelationships());

    /// A record of each kind has this behind its kind as its key, but for the one that has none.
    private final String mark = "-" + UUID.randomUUID();

    @Test
    void eachReaderPutsAsideWhateverItCannotRead() {
        READERS.keySet().forEach(topic -> poisons(topic).forEach(SERVICE::publishRaw));

        READERS.forEach((topic, readers) -> await().untilAsserted(() -> {
            var letters = letters(topic);
            for (var reader : readers) {
                assertThat(letters.stream()
                                .filter(letter -> reader.equals(Addressee.of(letter.headers())))
                                .map(letter -> new String(letter.value(), UTF_8))
                                .collect(toSet()))
                        .as(topic + " of " + reader)
                        .containsExactlyInAnyOrder(
                                "no json" + mark, "[]" + mark, "{}" + mark, "no type" + mark, "no key" + mark);
            }
            assertThat(letters)
                    .allSatisfy(letter -> assertThat(letter.headers().lastHeader("kafka_dlt-original-topic"))
                            .satisfies(origin ->
                                    assertThat(origin.value()).asString().isEqualTo(topic)));
        }));
    }

    /// The mark behind them spoils none: no JSON may be followed by anything.
    private Stream<ProducerRecord<String, byte[]>> poisons(String topic) {
        var type = "dev.rollcall.BatchAccepted";
        return Stream.of(
                record(topic, "text" + mark, type, "no json" + mark),
                record(topic, "array" + mark, type, "[]" + mark),
                record(topic, "empty" + mark, type, "{}" + mark),
                record(topic, "typeless" + mark, null, "no type" + mark),
                record(topic, COMPACTED.contains(topic) ? "another" + mark : null, type, "no key" + mark));
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, @Nullable String key, @Nullable String type, String value) {
        var message = new ProducerRecord<String, byte[]>(topic, 0, key, value.getBytes(UTF_8));
        if (type != null) {
            message.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return message;
    }

    private List<ConsumerRecord<String, byte[]>> letters(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(Topics.deadLetters(topic), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofMillis(500)).records(partition).stream()
                    .filter(letter -> new String(letter.value(), UTF_8).endsWith(mark))
                    .toList();
        }
    }
}

package dev.rollcall.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.Oversize;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import dev.rollcall.status.fixtures.Readers;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
import org.springframework.kafka.support.KafkaHeaders;

/// Whatever lies in a topic that the service reads, each reader of it puts it aside with its origin.
class PoisonEverywhereIT {
    private static final RunningService SERVICE = SharedService.get();
    private static final Topics TOPICS = SERVICE.topics();

    /// By topic, who reads it.
    private static final Map<String, Set<String>> READERS = Readers.of(TOPICS);

    /// As much as Kafka takes, but for a few bytes.
    private static final int NEARLY_ALL = 1_048_000;

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

    @Test
    void eachReaderTellsWhereARecordLiesThatIsTooLargeToBePutAside() {
        var offsets = READERS.keySet().stream()
                .collect(toMap(
                        topic -> topic,
                        topic -> SERVICE.publishRaw(large(topic)).offset()));

        offsets.forEach((topic, offset) -> await().untilAsserted(() -> {
            var letters = all(Topics.deadLetters(topic)).stream()
                    .filter(letter -> Oversize.isAbridged(letter.headers()) && offset == originOf(letter))
                    .toList();
            assertThat(letters)
                    .as(topic)
                    .extracting(letter -> Addressee.of(letter.headers()))
                    .containsExactlyInAnyOrderElementsOf(Objects.requireNonNull(READERS.get(topic)));
            assertThat(letters).allSatisfy(letter -> assertThat(letter.value()).isNull());
        }));
    }

    private ProducerRecord<String, byte[]> large(String topic) {
        var noise = new byte[NEARLY_ALL];
        new Random(NEARLY_ALL).nextBytes(noise);
        return new ProducerRecord<>(topic, 0, "large" + mark, noise);
    }

    private static long originOf(ConsumerRecord<String, byte[]> letter) {
        return ByteBuffer.wrap(letter.headers()
                        .lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET)
                        .value())
                .getLong();
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
        return all(Topics.deadLetters(topic)).stream()
                .filter(letter -> letter.value() != null && new String(letter.value(), UTF_8).endsWith(mark))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> all(String deadLetters) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(deadLetters, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (consumer.position(partition) < end) {
                letters.addAll(consumer.poll(Duration.ofMillis(100)).records(partition));
            }
            return letters;
        }
    }
}

package dev.rollcall.faults.evidence;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.Topics;
import dev.rollcall.faults.checker.Evidence;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads topics from their beginning to what is their end at that moment, committed records only.
final class TopicReader {
    private static final Topics TOPICS = new Topics("");
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final Map<RequestId, Integer> requests = new HashMap<>();
    private final Set<BatchId> batchesOfRows = new HashSet<>();
    private final List<RegistrationOutcome> outcomes = new ArrayList<>();
    private final List<BatchAccepted> batches = new ArrayList<>();
    private final List<DeviceSeen> sightings = new ArrayList<>();
    private final Map<String, Long> deadLetters = new HashMap<>();

    private TopicReader(Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("isolation.level", "read_committed");
        this.kafka.put("auto.offset.reset", "earliest");
    }

    static Evidence.Topics read(Map<String, Object> kafka) {
        var reader = new TopicReader(kafka);
        reader.read();
        return new Evidence.Topics(
                reader.requests,
                reader.batchesOfRows,
                reader.outcomes,
                reader.batches,
                reader.sightings,
                reader.deadLetters);
    }

    private void read() {
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            read(
                    consumer,
                    List.of(
                            TOPICS.registrationRequests(),
                            TOPICS.registrationRequestsBulk(),
                            TOPICS.registrationOutcomes(),
                            TOPICS.registrationOutcomesBulk(),
                            TOPICS.batches(),
                            TOPICS.deviceActivity()),
                    this::take);
            var letters = consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.endsWith(Topics.deadLetters("")))
                    .toList();
            read(consumer, letters, message -> deadLetters.merge(message.topic(), 1L, Long::sum));
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            List<String> topics,
            Consumer<ConsumerRecord<String, byte[]>> taker) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(taker);
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        if (EventReader.read(message) instanceof EventReading.Known(var event)) {
            switch (event) {
                case DeviceRequest request -> take(request);
                case RegistrationOutcome outcome -> outcomes.add(outcome);
                case BatchAccepted batch -> batches.add(batch);
                case DeviceSeen sighting -> sightings.add(sighting);
                // The suppliers' batches have a topic with the others; the rest is not in any that is read.
                case CatalogBatchAccepted _,
                        CatalogChange _,
                        CatalogRowsDecided _,
                        DeliveryStepConfirmed _,
                        RelationshipChange _ -> {}
            }
        }
    }

    private void take(DeviceRequest request) {
        requests.merge(request.requestId(), 1, Integer::sum);
        if (request instanceof RegistrationRequested registration) {
            batchesOfRows.add(registration.submission().batchId());
        }
    }
}

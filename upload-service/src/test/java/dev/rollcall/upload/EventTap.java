package dev.rollcall.upload;

import dev.rollcall.events.Event;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading.Known;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads what is on a topic at this moment, from its beginning to its end.
final class EventTap {
    private final Topics topics;

    EventTap(Topics topics) {
        this.topics = topics;
    }

    List<Event> requests() {
        return events(topics.registrationRequests());
    }

    List<Event> bulkRequests() {
        return events(topics.registrationRequestsBulk());
    }

    List<Event> batches() {
        return events(topics.batches());
    }

    List<Event> catalog() {
        return events(topics.deviceCatalog());
    }

    List<Event> activity() {
        return events(topics.deviceActivity());
    }

    List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private List<Event> events(String topic) {
        return records(topic).stream()
                .map(EventReader::read)
                .map(reading -> ((Known) reading).event())
                .toList();
    }
}

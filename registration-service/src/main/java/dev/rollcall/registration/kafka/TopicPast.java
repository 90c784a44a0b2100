package dev.rollcall.registration.kafka;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/// What was committed to a topic before now, read outside of any group, poll by poll and each
/// partition in its order.
@Component
public class TopicPast {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final Admin admin;

    TopicPast(KafkaProperties kafka, @Qualifier("registrationAdmin") Admin admin) {
        settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.admin = admin;
    }

    /// Fails where somebody is reading in one of these groups.
    public void requireNoMembers(List<String> groups) {
        for (var group : groups) {
            var members = members(group);
            if (members > 0) {
                throw new IllegalStateException(
                        "the group " + group + " has " + members + " members: stop every worker first");
            }
        }
    }

    /// From the first record that is not older, up to the end.
    public void readSince(String topic, Instant since, Consumer<List<ConsumerRecord<String, byte[]>>> reader) {
        try (var consumer = consumer()) {
            var ends = consumer.endOffsets(partitions(consumer, topic));
            var asked = ends.keySet().stream().collect(toMap(identity(), _ -> since.toEpochMilli()));
            var starts = new HashMap<>(ends);
            consumer.offsetsForTimes(asked).forEach((partition, found) -> {
                if (found != null) {
                    starts.put(partition, found.offset());
                }
            });
            read(consumer, starts, ends, reader);
        }
    }

    /// From the first record up to where the group has committed.
    public void readCommitted(String topic, String group, Consumer<List<ConsumerRecord<String, byte[]>>> reader) {
        try (var consumer = consumer()) {
            var starts = consumer.beginningOffsets(partitions(consumer, topic));
            var committed = committed(group);
            var ends = new HashMap<>(starts);
            ends.replaceAll((partition, start) -> {
                var reached = committed.get(partition);
                return reached == null ? start : Math.max(start, reached.offset());
            });
            read(consumer, starts, ends, reader);
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Consumer<List<ConsumerRecord<String, byte[]>>> reader) {
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
            for (var message : consumer.poll(POLL)) {
                if (message.offset() < ends.getOrDefault(partition(message), 0L)) {
                    messages.add(message);
                }
            }
            reader.accept(messages);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
        return Answer.to("how far " + group + " is", offsets);
    }

    private int members(String group) {
        var groups = Answer.to("which groups there are", admin.listGroups().all());
        if (groups.stream().noneMatch(listed -> listed.groupId().equals(group))) {
            return 0;
        }
        var described = Answer.to(
                "who reads as " + group,
                admin.describeConsumerGroups(List.of(group)).all());
        return described.values().stream().mapToInt(one -> one.members().size()).sum();
    }
}

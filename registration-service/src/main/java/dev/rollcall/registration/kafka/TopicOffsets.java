package dev.rollcall.registration.kafka;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Where one topic stands, per partition, as the brokers tell it. An answer that does not come is
/// an outage: the poll in hand is given back and comes again.
final class TopicOffsets {
    private static final long NO_SUCH_OFFSET = -1;

    private final Admin admin;
    private final String topic;

    TopicOffsets(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /// How far a reader must have come to have read every record that is there and not from after
    /// `time`. Partitions that hold no such record any more are absent: a reader without a
    /// committed offset has nothing to read there, and would never commit one.
    Map<TopicPartition, Long> through(Instant time) {
        var partitions = partitions();
        var ends = offsets(partitions, OffsetSpec.latest());
        var needed = offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli() + 1));
        needed.replaceAll((partition, later) -> later == NO_SUCH_OFFSET ? ends.getOrDefault(partition, 0L) : later);
        var first = offsets(partitions, OffsetSpec.earliest());
        needed.entrySet().removeIf(entry -> entry.getValue() <= first.getOrDefault(entry.getKey(), 0L));
        return needed;
    }

    /// Whether the group has committed offsets at or beyond these.
    boolean areReadBy(String group, Map<TopicPartition, Long> needed) {
        var reached = answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return needed.entrySet().stream().allMatch(entry -> entry.getValue() <= committed(reached.get(entry.getKey())));
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        var asked = partitions.stream().collect(toMap(identity(), _ -> spec));
        var found = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked).all()).forEach((partition, info) -> found.put(partition, info.offset()));
        return found;
    }

    private Collection<TopicPartition> partitions() {
        return answer(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static long committed(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private <T> T answer(KafkaFuture<T> future) {
        return Answer.to("how far " + topic + " is read", future);
    }
}

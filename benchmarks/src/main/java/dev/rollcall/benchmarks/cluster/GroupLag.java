package dev.rollcall.benchmarks.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// By how many records all consumer groups together are behind.
public final class GroupLag implements AutoCloseable {
    private final Admin admin;

    public GroupLag(Map<String, Object> kafka) {
        admin = Admin.create(kafka);
    }

    public long now() {
        var groups = get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .toList();
        return groups.stream()
                .map(group -> get(committed(group).partitionsToOffsetAndMetadata()))
                .mapToLong(this::behind)
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private ListConsumerGroupOffsetsResult committed(String group) {
        return admin.listConsumerGroupOffsets(group);
    }

    private long behind(Map<TopicPartition, OffsetAndMetadata> committed) {
        var latest = committed.keySet().stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest()));
        var ends = get(admin.listOffsets(latest).all());
        return committed.entrySet().stream()
                .mapToLong(reached ->
                        Objects.requireNonNull(ends.get(reached.getKey())).offset()
                                - reached.getValue().offset())
                .map(records -> Math.max(0, records))
                .sum();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new BenchFailure("Kafka does not tell the lag: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

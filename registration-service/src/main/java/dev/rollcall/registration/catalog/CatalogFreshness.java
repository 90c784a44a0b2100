package dev.rollcall.registration.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.rollcall.events.Topics;
import dev.rollcall.registration.kafka.ConsumerGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/// Makes sure that what was published to the catalog topic before a given time is in the catalog:
/// the offsets that the catalog's readers have committed, which they do after the database has, are
/// compared with those of that time.
@Component
class CatalogFreshness {
    private static final long ADMIN_TIMEOUT_SECONDS = 10;
    private static final long NO_SUCH_OFFSET = -1;

    private final Admin admin;
    private final String topic;
    private final String group;
    private final RetryTemplate patience = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(40)
            .delay(Duration.ofMillis(50))
            .includes(CatalogBehindException.class)
            .build());

    CatalogFreshness(
            @Qualifier("registrationAdmin") Admin admin,
            @Qualifier("registrationTopics") Topics topics,
            ConsumerGroups groups) {
        this.admin = admin;
        this.topic = topics.deviceCatalog();
        this.group = groups.catalog();
    }

    /// Returns when the catalog is as it was at `time`, or later. Waits a little for that; then it
    /// throws, so that the poll in hand is given back and tried again.
    void await(Instant time) {
        patience.invoke(() -> check(time));
    }

    private void check(Instant time) {
        var reached = answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var behind = offsetsAt(time).entrySet().stream()
                .filter(needed -> needed.getValue() > committed(reached.get(needed.getKey())))
                .count();
        if (behind > 0) {
            throw new CatalogBehindException(behind + " partitions of " + topic + " are not read up to " + time);
        }
    }

    /// Per partition the first offset of a later record, or the end where there is none.
    private Map<TopicPartition, Long> offsetsAt(Instant time) {
        var partitions = partitions();
        var later = offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli() + 1));
        var ends = offsets(partitions, OffsetSpec.latest());
        ends.keySet().forEach(partition -> later.merge(partition, ends.get(partition), CatalogFreshness::orEnd));
        return later;
    }

    private static Long orEnd(Long later, Long end) {
        return later == NO_SUCH_OFFSET ? end : later;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        var asked = partitions.stream().collect(toMap(identity(), _ -> spec));
        var found = answer(admin.listOffsets(asked).all());
        return found.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
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

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogBehindException("interrupted while asking Kafka how far the catalog is", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new CatalogBehindException("Kafka does not tell how far the catalog is", e);
        }
    }
}

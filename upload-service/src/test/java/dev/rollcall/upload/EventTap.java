package dev.rollcall.upload;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Event;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading.Known;
import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    List<RegistrationRequested> requestsOf(String tenant) {
        return of(tenant, topics.registrationRequests());
    }

    List<RegistrationRequested> bulkRequestsOf(String tenant) {
        return of(tenant, topics.registrationRequestsBulk());
    }

    /// The partitions of the bulk lane that hold rows of the tenant.
    Set<Integer> bulkPartitionsOf(String tenant) {
        return records(topics.registrationRequestsBulk()).stream()
                .filter(row -> EventReader.read(row) instanceof Known(RegistrationRequested request)
                        && request.tenantId().value().equals(tenant))
                .map(ConsumerRecord::partition)
                .collect(Collectors.toSet());
    }

    List<BatchAccepted> batchesOf(String tenant) {
        return events(topics.batches(), BatchAccepted.class)
                .filter(batch -> batch.tenantId().value().equals(tenant))
                .toList();
    }

    List<CatalogChange> catalogOf(String supplier) {
        return events(topics.deviceCatalog(), CatalogChange.class)
                .filter(change -> change.supplierId().value().equals(supplier))
                .toList();
    }

    List<CatalogBatchAccepted> catalogBatchesOf(String supplier) {
        return events(topics.batches(), CatalogBatchAccepted.class)
                .filter(batch -> batch.supplierId().value().equals(supplier))
                .toList();
    }

    List<DeviceSeen> activityOf(String tenant) {
        return events(topics.deviceActivity(), DeviceSeen.class)
                .filter(seen -> seen.tenantId().value().equals(tenant))
                .toList();
    }

    List<DeliveryStepConfirmed> confirmationsOf(String tenant) {
        return events(topics.deliverySteps(), DeliveryStepConfirmed.class)
                .filter(confirmed -> confirmed.tenantId().value().equals(tenant))
                .toList();
    }

    List<ReleaseRequested> releasesOf(String tenant) {
        return events(topics.registrationRequests(), ReleaseRequested.class)
                .filter(release -> release.tenantId().value().equals(tenant))
                .toList();
    }

    List<RelationshipChange> changesOf(String relationship) {
        return changes().getOrDefault(relationship, List.of());
    }

    /// By relationship, each in the order of the topic.
    Map<String, List<RelationshipChange>> changes() {
        return events(topics.partnerRelationships(), RelationshipChange.class)
                .collect(Collectors.groupingBy(RelationshipChange::key));
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

    /// In the order of the file.
    private List<RegistrationRequested> of(String tenant, String topic) {
        return events(topic, RegistrationRequested.class)
                .filter(request -> request.tenantId().value().equals(tenant))
                .sorted(Comparator.comparingLong(
                        request -> request.submission().position().row()))
                .toList();
    }

    private <E extends Event> Stream<E> events(String topic, Class<E> kind) {
        return records(topic).stream()
                .map(EventReader::read)
                .map(reading -> ((Known) reading).event())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}

package dev.rollcall.standalone.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.Topics;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.TenantId;
import dev.rollcall.standalone.server.StandaloneServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// All outcomes that some devices ever had, as the topics tell them to everyone.
record OutcomeLog(List<RegistrationOutcome> outcomes) {
    private static final Duration POLL = Duration.ofMillis(500);

    /// Who held a device in one of its generations, as far as it is known to have begun and ended.
    private record Tenure(List<TenantId> begun, List<TenantId> ended) {
        Tenure() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /// One owner; only that one gave it up, and only once.
        boolean isSound() {
            return begun.size() == 1 && (ended.isEmpty() || ended.equals(begun));
        }
    }

    static OutcomeLog of(StandaloneServer server, List<TestDevice> devices) {
        var wanted = devices.stream()
                .map(device ->
                        DeviceId.of(new DeviceTuple(device.manufacturer(), device.model(), device.serialNumber())))
                .collect(toSet());
        var settings = new HashMap<>(server.kafkaClientSettings());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return new OutcomeLog(read(consumer)
                    .filter(outcome -> wanted.contains(outcome.deviceId()))
                    .toList());
        }
    }

    /// Devices with a generation that two began, or one before the end of the one before it.
    Set<DeviceId> devicesWithTwoOwners() {
        return outcomes.stream().collect(groupingBy(RegistrationOutcome::deviceId)).entrySet().stream()
                .filter(device -> !isSound(tenures(device.getValue())))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    Set<String> requests() {
        return outcomes.stream().map(outcome -> outcome.requestId().toString()).collect(toSet());
    }

    Set<String> repeatedRequests() {
        return outcomes.stream()
                .collect(groupingBy(outcome -> outcome.requestId().toString(), counting()))
                .entrySet()
                .stream()
                .filter(request -> request.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static TreeMap<Long, Tenure> tenures(List<RegistrationOutcome> ofOneDevice) {
        var tenures = new TreeMap<Long, Tenure>();
        Function<Long, Tenure> at = generation -> tenures.computeIfAbsent(generation, _ -> new Tenure());
        for (var outcome : ofOneDevice) {
            switch (outcome) {
                case DeviceRegistered registered ->
                    at.apply(registered.generation()).begun().add(registered.tenantId());
                case DeviceReleased released ->
                    at.apply(released.generation()).ended().add(released.tenantId());
                case RegistrationOutcome.RegistrationRejected _, RegistrationOutcome.FailureDismissed _ -> {}
            }
        }
        return tenures;
    }

    private static boolean isSound(TreeMap<Long, Tenure> tenures) {
        return tenures.values().stream().allMatch(Tenure::isSound)
                && tenures.values().stream()
                                .filter(tenure -> tenure.ended().isEmpty())
                                .count()
                        <= 1
                && (tenures.isEmpty() || tenures.lastKey() == tenures.size());
    }

    private static Stream<RegistrationOutcome> read(KafkaConsumer<String, byte[]> consumer) {
        var topics = new Topics("");
        var partitions = Stream.of(topics.registrationOutcomes(), topics.registrationOutcomesBulk())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var outcomes = new ArrayList<RegistrationOutcome>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(message -> {
                if (EventReader.read(message) instanceof EventReading.Known(RegistrationOutcome outcome)) {
                    outcomes.add(outcome);
                }
            });
        }
        return outcomes.stream();
    }
}

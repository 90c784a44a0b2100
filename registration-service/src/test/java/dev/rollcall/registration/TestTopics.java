package dev.rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.Event;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import dev.rollcall.events.EventWriter;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What the services around the worker do: they write its requests and its catalog, and read what
/// it has committed.
final class TestTopics implements AutoCloseable {
    private final Topics topics;
    private final EventWriter writer = new EventWriter(URI.create("/rollcall/test"));
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    TestTopics(String prefix) {
        this(prefix, Map.of());
    }

    /// `settings` are further ones of the producer.
    TestTopics(String prefix, Map<String, Object> settings) {
        topics = new Topics(prefix);
        var writing = new HashMap<>(settings);
        writing.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers());
        writing.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // One after the other: the leader of a topic as new as ours may refuse a producer's first message and take its
        // second, and then never the first.
        writing.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    Topics names() {
        return topics;
    }

    void send(String topic, Event... events) {
        send(topic, List.of(events));
    }

    void send(String topic, Collection<? extends Event> events) {
        var sends = events.stream()
                .map(event -> producer.send(writer.write(topic, event)))
                .toList();
        producer.flush();
        assertThat(sends).allMatch(TestTopics::isSent);
    }

    /// Puts each event into the partition that `placed` gives it.
    <E extends Event> void send(String topic, Collection<E> events, ToIntFunction<E> placed) {
        var sends = events.stream()
                .map(event -> producer.send(placed(writer.write(topic, event), placed.applyAsInt(event))))
                .toList();
        producer.flush();
        assertThat(sends).allMatch(TestTopics::isSent);
    }

    /// Where it lies now.
    RecordMetadata send(ProducerRecord<String, byte[]> message) {
        return sent(message).resultNow();
    }

    /// Why Kafka does not take it.
    Throwable refusal(ProducerRecord<String, byte[]> message) {
        return sent(message).exceptionNow();
    }

    /// The event as its writer words it, in the first partition.
    ProducerRecord<String, byte[]> worded(String topic, Event event) {
        return placed(writer.write(topic, event), 0);
    }

    private Future<RecordMetadata> sent(ProducerRecord<String, byte[]> message) {
        var sent = producer.send(message);
        producer.flush();
        return sent;
    }

    private static boolean isSent(Future<RecordMetadata> send) {
        return send.state() == Future.State.SUCCESS;
    }

    /// Puts the requests on the lane of small batches.
    void request(Event... requests) {
        send(topics.registrationRequests(), requests);
    }

    /// As a dead letter comes back to its topic; all of them to one partition, in their order.
    void requestAgain(Event request, String reader) {
        var message = worded(topics.registrationRequests(), request);
        Addressee.put(message.headers(), reader);
        send(message);
    }

    void requestInBulk(Event... requests) {
        send(topics.registrationRequestsBulk(), requests);
    }

    void tellCatalog(Event... changes) {
        send(topics.deviceCatalog(), changes);
    }

    /// Every committed outcome so far, lane by lane, in the order of each device there.
    List<RegistrationOutcome> outcomes() {
        return Stream.of(topics.registrationOutcomes(), topics.registrationOutcomesBulk())
                .map(this::messages)
                .flatMap(List::stream)
                .map(TestTopics::outcome)
                .toList();
    }

    /// Every committed slice of a supplier's batch so far.
    List<CatalogRowsDecided> catalogOutcomes() {
        return messages(topics.catalogOutcomes()).stream()
                .map(EventReader::read)
                .map(reading -> ((CatalogRowsDecided) ((EventReading.Known) reading).event()))
                .toList();
    }

    /// One outcome for each of these requests, in their order; waits until all are there.
    List<RegistrationOutcome> outcomesOf(DeviceRequest... requests) {
        return await().until(() -> found(requests), found -> found.size() == requests.length);
    }

    RegistrationOutcome outcomeOf(DeviceRequest request) {
        return outcomesOf(request).getFirst();
    }

    /// Every committed record of the topic.
    List<ConsumerRecord<String, byte[]>> messages(String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(messages::add);
        }
        return messages;
    }

    int partitionOf(String key, String topic) {
        return messages(topic).stream()
                .filter(message -> key.equals(message.key()))
                .findAny()
                .orElseThrow()
                .partition();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private static ProducerRecord<String, byte[]> placed(ProducerRecord<String, byte[]> message, int partition) {
        return new ProducerRecord<>(message.topic(), partition, message.key(), message.value(), message.headers());
    }

    private List<RegistrationOutcome> found(DeviceRequest... requests) {
        var outcomes = outcomes();
        return Stream.of(requests)
                .flatMap(request -> outcomes.stream().filter(o -> o.requestId().equals(request.requestId())))
                .toList();
    }

    private static RegistrationOutcome outcome(ConsumerRecord<String, byte[]> message) {
        return switch (EventReader.read(message)) {
            case EventReading.Known(RegistrationOutcome outcome) -> outcome;
            case EventReading other -> throw new AssertionError("no outcome: " + other);
        };
    }
}

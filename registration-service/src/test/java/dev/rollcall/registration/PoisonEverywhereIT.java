package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.now;
import static dev.rollcall.registration.Scenario.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Oversize;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever lies in a topic that the worker reads, it puts aside once, with its origin, and decides what lies behind it
/// in the same partition.
class PoisonEverywhereIT {
    private static final String PREFIX = "poison-everywhere-";
    private static final Map<String, Object> LETS_KAFKA_JUDGE =
            Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 20 << 20, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");

    private static RunningWorker worker;
    private static TestTopics topics;

    @BeforeAll
    static void start() {
        worker = RunningWorker.start(PREFIX, TestPostgres.newDatabase());
        topics = new TestTopics(PREFIX, LETS_KAFKA_JUDGE);
    }

    @AfterAll
    static void stop() {
        topics.close();
        worker.close();
    }

    @Test
    void decidesTheRequestBehindPoisonOnTheSmallLane() {
        decidesTheRequestBehindPoison(topics.names().registrationRequests(), "registration");
    }

    @Test
    void decidesTheRequestBehindPoisonOnTheBulkLane() {
        decidesTheRequestBehindPoison(topics.names().registrationRequestsBulk(), "registration-bulk");
    }

    @Test
    void takesTheWordBehindPoisonInTheCatalog() {
        var batch = new SupplierBatch("oem");
        var word = topics.worded(topics.names().deviceCatalog(), batch.listing(newDevice()));

        var poison = poison(word);
        topics.send(word);

        await().untilAsserted(() -> assertThat(topics.catalogOutcomes())
                .filteredOn(slice -> slice.batchId().equals(batch.id()))
                .singleElement()
                .satisfies(slice -> assertThat(slice.listed()).isEqualTo(1)));
        assertPutAside(poison, "registration-catalog");
        assertBalanced("rollcall.catalog.received", "rollcall.catalog.words");
    }

    @Test
    void isSparedWhatKafkaRefuses() {
        var good = topics.worded(topics.names().registrationRequests(), listedDevicesRequest());

        var refusal = topics.refusal(new Poison(good).tooLargeForKafka());

        assertThat(refusal).isInstanceOf(RecordTooLargeException.class);
    }

    private static void decidesTheRequestBehindPoison(String lane, String reader) {
        var request = listedDevicesRequest();
        var good = topics.worded(lane, request);

        var poison = poison(good);
        topics.send(good);

        assertThat(Summary.of(topics.outcomeOf(request))).isEqualTo("registered 1");
        assertPutAside(poison, reader);
        assertBalanced("rollcall.registration.received", "rollcall.registrations");
    }

    /// Sends some of every kind, and one of a type that is passed over. By its place, each that is to be put aside.
    private static Map<Place, ProducerRecord<String, byte[]>> poison(ProducerRecord<String, byte[]> good) {
        var poison = new Poison(good);
        var records = new ArrayList<>(poison.small());
        records.add(topics.worded(good.topic(), new DeviceSeen(DeviceId.of(newDevice()), CONTOSO, null, now(), now())));
        records.addAll(poison.large());
        topics.send(poison.ofALaterVersion());
        var sent = new LinkedHashMap<Place, ProducerRecord<String, byte[]>>();
        records.forEach(message -> sent.put(Place.of(topics.send(message)), message));
        return sent;
    }

    /// At once, as what lies behind has been decided: in the same transaction, or a later one.
    private static void assertPutAside(Map<Place, ProducerRecord<String, byte[]>> poison, String reader) {
        var topic = poison.keySet().iterator().next().topic();
        var letters = topics.messages(Topics.deadLetters(topic));

        assertThat(letters).extracting(Place::before).containsExactlyElementsOf(poison.keySet());
        assertThat(letters)
                .allSatisfy(letter -> assertThat(Addressee.of(letter.headers())).isEqualTo(reader))
                .allSatisfy(letter -> assertIsAllThatThereIsRoomFor(
                        Objects.requireNonNull(poison.get(Place.before(letter))), letter));
    }

    private static void assertIsAllThatThereIsRoomFor(
            ProducerRecord<String, byte[]> original, ConsumerRecord<String, byte[]> letter) {
        var tooLarge = original.value() != null && original.value().length > 1_000_000;
        assertThat(Oversize.isAbridged(letter.headers())).isEqualTo(tooLarge);
        assertThat(letter.key()).isEqualTo(tooLarge ? null : original.key());
        assertThat(letter.value()).isEqualTo(tooLarge ? null : original.value());
    }

    private static void assertBalanced(String received, String outcomes) {
        var meters = worker.bean(MeterRegistry.class);
        await().untilAsserted(() -> assertThat(meters.get(outcomes).counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(meters.get(received).counter().count()));
        assertThat(meters.get(outcomes)
                        .tag("outcome", "dead_lettered")
                        .counter()
                        .count())
                .isPositive();
    }

    private static RegistrationRequested listedDevicesRequest() {
        var device = newDevice();
        topics.tellCatalog(listed(device));
        return registration(CONTOSO, device);
    }
}

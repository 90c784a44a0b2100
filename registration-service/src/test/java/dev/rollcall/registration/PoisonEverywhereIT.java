package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.registration;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import dev.rollcall.fixtures.TestPostgres;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;

/// Whatever lies in a topic that the worker reads is put aside with its origin, and what is behind it is decided.
class PoisonEverywhereIT {
    private static final String PREFIX = "poison-everywhere-";
    private static final int AS_MUCH_AS_GOES = 900_000;
    private static final int TEN_MEGABYTES = 10 << 20;

    private static RunningWorker worker;
    private static TestTopics topics;

    @BeforeAll
    static void start() {
        worker = RunningWorker.start(PREFIX, TestPostgres.newDatabase());
        topics = new TestTopics(PREFIX);
    }

    @AfterAll
    static void stop() {
        topics.close();
        worker.close();
    }

    @Test
    void putsAsideWhateverItCannotReadAndDecidesWhatIsBehindIt() {
        var names = topics.names();
        var readers = Map.of(
                names.registrationRequests(), "registration",
                names.registrationRequestsBulk(), "registration-bulk",
                names.deviceCatalog(), "registration-catalog");
        var device = newDevice();
        var bulk = newDevice();

        readers.keySet().forEach(topic -> poisons(topic).forEach(topics::send));
        topics.tellCatalog(listed(device), listed(bulk));
        var request = registration(CONTOSO, device);
        var requestInBulk = registration(CONTOSO, bulk);
        topics.request(request);
        topics.requestInBulk(requestInBulk);

        assertThat(topics.outcomesOf(request, requestInBulk)).allMatch(DeviceRegistered.class::isInstance);
        readers.forEach((topic, reader) -> await().untilAsserted(() -> expectLetters(topic, reader)));
    }

    @Test
    void passesOverWhatOnlyLaterReleasesKnow() {
        var device = newDevice();
        topics.tellCatalog(listed(device));
        var request = registration(CONTOSO, device);
        var lane = topics.names().registrationRequests();
        var letters = topics.messages(Topics.deadLetters(lane)).size();

        topics.send(record(lane, "later", "dev.rollcall.RegistrationReconsidered", "{}"));
        topics.request(request);

        assertThat(topics.outcomeOf(request)).isInstanceOf(DeviceRegistered.class);
        assertThat(topics.messages(Topics.deadLetters(lane))).hasSize(letters);
    }

    @Test
    void tenMegabytesCannotLieInATopic() {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "max.request.size", 2 * TEN_MEGABYTES),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var huge = new ProducerRecord<>(topics.names().registrationRequests(), "huge", new byte[TEN_MEGABYTES]);

            assertThatThrownBy(() -> producer.send(huge).get()).hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    private static void expectLetters(String topic, String reader) {
        var letters = topics.messages(Topics.deadLetters(topic));
        assertThat(letters)
                .hasSize(6)
                .allSatisfy(letter -> assertThat(letter.headers()
                                .lastHeader(KafkaHeaders.DLT_ORIGINAL_TOPIC)
                                .value())
                        .asString()
                        .isEqualTo(topic));
        assertThat(letters.stream()
                        .map(letter -> Addressee.of(letter.headers()))
                        .collect(toSet()))
                .containsExactly(reader);
    }

    private static Stream<ProducerRecord<String, byte[]>> poisons(String topic) {
        var type = "dev.rollcall.RegistrationRequested";
        return Stream.of(
                record(topic, "text", type, "no json"),
                record(topic, "array", type, "[]"),
                record(topic, "empty", type, "{}"),
                record(topic, "typeless", null, "no type"),
                record(topic, null, type, "no key"),
                record(topic, "large", type, "x".repeat(AS_MUCH_AS_GOES)));
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, @Nullable String key, @Nullable String type, String value) {
        var message = new ProducerRecord<String, byte[]>(topic, 0, key, value.getBytes(UTF_8));
        if (type != null) {
            message.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return message;
    }
}

package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.RunningService.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/// One bad record never keeps the others of its poll back.
class PoisonIT {
    private final RunningService service = SharedService.get();
    private final String tenant = "poison-" + UUID.randomUUID();
    private final Api api = service.api(Tokens.tenant(tenant, "devices:read"));
    private final Upload upload = Upload.of(tenant, "one", START);

    @Test
    void putsTheUnreadableAsideAndPassesOverTheUnknown() {
        var topic = service.topics().registrationRequests();
        var key = "poison-" + UUID.randomUUID();
        var unreadable = new ProducerRecord<>(topic, key, "no json".getBytes(UTF_8));
        unreadable.headers().add("ce_type", "dev.rollcall.RegistrationRequested".getBytes(UTF_8));
        var unknown = new ProducerRecord<>(topic, "later", "{}".getBytes(UTF_8));
        unknown.headers().add("ce_type", "dev.rollcall.OfALaterVersion".getBytes(UTF_8));

        service.publishRaw(unreadable);
        service.publishRaw(unknown);
        service.publish(topic, upload.row(1, "FINE-1"));

        await().untilAsserted(() -> assertThat(serialNumbers()).containsExactly("FINE-1"));
        await().untilAsserted(() -> assertThat(deadLetters(topic)).anySatisfy(letter -> {
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).isEqualTo("no json".getBytes(UTF_8));
            assertThat(letter.headers().lastHeader("kafka_dlt-original-topic")).isNotNull();
            assertThat(letter.headers().lastHeader("rollcall_reader").value())
                    .isEqualTo("status-requests".getBytes(UTF_8));
        }));
        assertThat(counted("dead_lettered")).isPositive();
        assertThat(counted("skipped")).isPositive();
    }

    @Test
    void isolatesTheRecordThatTheDatabaseRefuses() {
        var beyondTime = Upload.of(tenant, "far", Instant.parse("+300000-01-01T00:00:00Z"));
        var topic = service.topics().registrationRequests();

        service.publish(topic, upload.row(1, "BEFORE"), beyondTime.row(1, "REFUSED"), upload.row(2, "BEHIND"));

        await().untilAsserted(() -> assertThat(serialNumbers()).containsExactly("BEFORE", "BEHIND"));
        await().untilAsserted(() -> assertThat(deadLetters(topic))
                .extracting(ConsumerRecord::key)
                .contains(beyondTime.row(1, "REFUSED").deviceId().toString()));
    }

    @Test
    void readsWhatIsPutBackForItAndPassesOverWhatIsForAnother() {
        var topic = service.topics().registrationRequests();

        service.publishRaw(putBack(service.record(topic, upload.row(1, "OF-ANOTHER")), "registration"));
        service.publishRaw(putBack(service.record(topic, upload.row(2, "OURS")), "status-requests"));

        await().untilAsserted(() -> assertThat(serialNumbers()).contains("OURS"));
        service.publish(topic, upload.row(3, "LAST"));
        await().untilAsserted(() -> assertThat(serialNumbers()).containsExactly("LAST", "OURS"));
    }

    private static ProducerRecord<String, byte[]> putBack(ProducerRecord<String, byte[]> message, String reader) {
        Addressee.put(message.headers(), reader);
        return new ProducerRecord<>(message.topic(), 0, message.key(), message.value(), message.headers());
    }

    @Test
    void storesTextsThatDatabasesDoNotLike() {
        var nul = new DeviceColumns("N\0UL", "M\0", "M\uD800", null, "T0F", "t\0", "u\0");
        var huge = new DeviceColumns("H".repeat(20_000), "M", "L".repeat(20_000), null, "T0F", "g".repeat(9_000), "u");
        var failed = upload.row(2, huge);
        service.publish(service.topics().registrationRequests(), upload.row(1, nul), failed, upload.row(3, "FINE-3"));
        service.publish(service.topics().registrationOutcomes(), rejected(failed, DEVICE_NOT_FOUND, START));

        await().untilAsserted(() ->
                assertThat(serialNumbers()).containsExactlyInAnyOrder("N\uFFFDUL", "H".repeat(20_000), "FINE-3"));
        for (var sort : List.of("model", "groupTag", "serialNumber")) {
            var page = api.get("/v1/devices?limit=1&sort=-" + sort);
            assertThat(api.status("/v1/devices?limit=1&sort=-" + sort + "&cursor="
                            + page.get("nextCursor").asString()))
                    .isEqualTo(200);
        }
    }

    private List<String> serialNumbers() {
        return api.get("/v1/devices").get("items").findValuesAsString("serialNumber");
    }

    private double counted(String outcome) {
        return service.bean(MeterRegistry.class)
                .get("rollcall.projection")
                .tag("outcome", outcome)
                .tag("stream", "requests")
                .counter()
                .count();
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(Topics.deadLetters(topic), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofMillis(500)).records(partition);
        }
    }
}

package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.SERVER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Topics;
import dev.rollcall.standalone.cli.CommandRun;
import dev.rollcall.standalone.server.ServerInsight;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rollcall dead-letters` beside a running server. Each test has a topic to itself.
class DeadLettersIT {
    private static final Pattern OFFSET = Pattern.compile("(?m)^registration-requests (\\d+) ");

    @TempDir
    private Path empty = Path.of("");

    @Test
    void aLetterGoesBackToTheReaderThatCouldNotReadItAndToNoOther() {
        var secret = "a hash that nobody may see";
        send(new ProducerRecord<>("registration-requests", "key", secret.getBytes(UTF_8)));
        await().untilAsserted(() -> assertThat(listed("registration-requests"))
                .contains("  registration  ", "  status-requests  ", "no ce_type header", "2 letters")
                .doesNotContain(secret));
        var first = firstOffset();

        assertThat(run("show", "registration-requests", first).out())
                .contains(
                        "kafka_dlt-original-topic: registration-requests",
                        "kafka_dlt-original-offset: ",
                        "value: 26 bytes")
                .doesNotContain(secret);
        assertThat(run("show", "registration-requests", first, "--value").out())
                .isEqualTo(secret + System.lineSeparator());
        assertThat(run("replay", "registration-requests").out()).startsWith("2 letters are back");

        // Both fail again, each once: were they for all, there would be four.
        await().untilAsserted(() -> assertThat(listed("registration-requests")).contains("2 letters"));
        assertThat(run("list", "registration-requests", "--all").out()).contains("4 letters");
        assertThat(run("dismiss", "registration-requests", "--through", "999").status())
                .isZero();
        assertThat(listed("registration-requests")).startsWith("No dead letters.");
    }

    @Test
    void whatALaterVersionCanReadIsProcessedOnceItIsBack() {
        var device = TestDevice.listed();
        var batch = CONTOSO.register(TestDevice.script(device));
        new ServerInsight(SERVER)
                .database()
                .sql("DELETE FROM status.batches WHERE batch_id = ?::uuid")
                .param(batch)
                .update();
        send(letter(all("batches", batch).getFirst(), "status-batches"));
        assertThat(CONTOSO.http().get("/v1/batches/" + batch).status()).isEqualTo(404);

        assertThat(run("replay", "batches").out()).startsWith("1 letter is back");

        await().untilAsserted(() -> assertThat(CONTOSO.http()
                        .get("/v1/batches/" + batch)
                        .json()
                        .path("rowCount")
                        .asInt())
                .isEqualTo(1));
        assertThat(all("batches", batch).getLast().headers())
                .noneMatch(header -> header.key().startsWith("kafka_dlt-"))
                .anyMatch(header -> header.key().equals("rollcall_reader"));
    }

    @Test
    void whatIsExceptedStaysWhereItIs() {
        send(new ProducerRecord<>("rejected-requests", "one", "1".getBytes(UTF_8)));
        await().untilAsserted(() -> assertThat(listed("rejected-requests")).contains("1 letter"));

        assertThat(run("replay", "rejected-requests", "--except", "0").out()).startsWith("0 letters are back");

        assertThat(listed("rejected-requests")).startsWith("No dead letters.");
    }

    @Test
    void whatWasTooLargeToBePutAsideIsToldOfAndDoesNotGoBack() {
        var noise = new byte[1_048_000];
        new Random(noise.length).nextBytes(noise);
        send(new ProducerRecord<>("catalog-outcomes", "large", noise));
        await().untilAsserted(() -> assertThat(listed("catalog-outcomes")).contains("1 letter"));

        assertThat(run("show", "catalog-outcomes", "0").out())
                .contains("kafka_dlt-original-offset: ", "rollcall_abridged: 1048005", "value: 0 bytes");
        assertThat(run("replay", "catalog-outcomes").out()).startsWith("0 letters are back");

        assertThat(listed("catalog-outcomes")).startsWith("No dead letters.");
    }

    @Test
    void aTopicThatIsNoneAndAKafkaThatIsNotThereAreExplained() {
        assertThat(run("list", "no-such-topic").err()).contains("no-such-topic is no topic", "device-catalog");
        assertThat(run("show", "batches", "12345").err()).contains("no dead letter of batches has the offset 12345");
        assertThat(CommandRun.of("dead-letters", "list", "--data-dir", empty.toString())
                        .err())
                .contains("client.properties can't be read", "--kafka");
    }

    private static void send(ProducerRecord<String, byte[]> message) {
        try (var producer =
                new KafkaProducer<>(SERVER.kafkaClientSettings(), new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(message); // closing waits for it
        }
    }

    /// Of the batch, as if `reader` could not have read it.
    private static ProducerRecord<String, byte[]> letter(ConsumerRecord<String, byte[]> accepted, String reader) {
        var letter = new ProducerRecord<>(
                Topics.deadLetters(accepted.topic()), null, accepted.key(), accepted.value(), accepted.headers());
        letter.headers().add("rollcall_reader", reader.getBytes(UTF_8)).add("kafka_dlt-exception-message", new byte[0]);
        return letter;
    }

    private static List<ConsumerRecord<String, byte[]>> all(String topic, String key) {
        var settings = new HashMap<>(SERVER.kafkaClientSettings());
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found.stream().filter(message -> key.equals(message.key())).toList();
        }
    }

    private static String listed(String topic) {
        return run("list", topic).out();
    }

    private static String firstOffset() {
        var found = OFFSET.matcher(listed("registration-requests"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static CommandRun run(String... words) {
        var arguments = new ArrayList<>(List.of("dead-letters"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of("--data-dir", SERVER.directory().root().toString()));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}

package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.EventReading.Known;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The wire format, pinned. A released file is never edited: what was written once must be read for good, so a changed
/// event gets an additional file in a folder of its release.
class ApprovedEventsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final List<String> RELEASES = List.of("v3", "v2", "v1");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final EventWriter WRITER = new EventWriter(URI.create("/rollcall/test"));

    static Stream<Event> events() {
        return ExampleEvents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesWhatWasApproved(Event event) throws IOException {
        var file = newest(EventType.of(event).wireName() + ".approved.json");

        assertThat(envelope(WRITER.write("topic", event)))
                .isEqualTo(Files.readString(file).strip());
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatItWrote(Event event) {
        assertThat(EventReader.read(received(WRITER.write("topic", event)))).isEqualTo(new Known(event));
    }

    @Test
    void readsEveryApprovedFileOfEveryRelease() throws IOException {
        try (var files = Files.walk(APPROVED)) {
            var approved = files.filter(file -> file.toString().endsWith(".approved.json"))
                    .toList();

            assertThat(approved).hasSizeGreaterThanOrEqualTo(EventType.values().length);
            assertThat(approved)
                    .allSatisfy(file -> assertThat(EventReader.read(received(Files.readString(file))))
                            .isInstanceOf(Known.class));
        }
    }

    @Test
    void hasAnExampleOfEveryType() {
        assertThat(ExampleEvents.all().stream().map(EventType::of)).containsExactlyInAnyOrder(EventType.values());
    }

    /// As the last release that changed the event writes it.
    private static Path newest(String name) {
        return RELEASES.stream()
                .map(release -> APPROVED.resolve(release).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody approved " + name));
    }

    private static String envelope(ProducerRecord<String, byte[]> message) {
        var headers = new TreeMap<String, String>();
        message.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        var envelope = new TreeMap<String, Object>();
        envelope.put("key", message.key());
        envelope.put("headers", headers);
        envelope.put("value", PRETTY.readTree(message.value()));
        return PRETTY.writeValueAsString(envelope);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var received = new ConsumerRecord<>("topic", 0, 0L, sent.key(), sent.value());
        sent.headers().forEach(header -> received.headers().add(header));
        return received;
    }

    private static ConsumerRecord<String, byte[]> received(String envelope) {
        var tree = PRETTY.readTree(envelope);
        var headers = new RecordHeaders();
        tree.get("headers")
                .properties()
                .forEach(header -> headers.add(
                        header.getKey(), header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                "topic",
                0,
                0L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                tree.get("key").asString(),
                PRETTY.writeValueAsBytes(tree.get("value")),
                headers,
                Optional.empty());
    }
}

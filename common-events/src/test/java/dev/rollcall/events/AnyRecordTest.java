package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.EventReading.Known;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever becomes of a record on its way: it is read as one of the cases of [EventReading], and what is known is
/// known the same once more.
class AnyRecordTest {
    /// A text of JSON that is no field's name.
    private static final Pattern TEXT = Pattern.compile("(?<=:)\"[^\"\\\\]*\"");

    private static final EventWriter WRITER = new EventWriter(URI.create("/rollcall/test"));

    @Property(tries = 2000)
    void aRecordWithOtherBytesIsReadAsWhatItIs(
            @ForAll("events") Event event, @ForAll @IntRange(max = 5_000) int place, @ForAll byte other) {
        var record = record(event);
        record.value()[place % record.value().length] = other;

        assertReadsAsItself(record);
    }

    @Property(tries = 1000)
    void aRecordThatIsCutOffIsReadAsWhatItIs(@ForAll("events") Event event, @ForAll @IntRange(max = 5_000) int length) {
        var whole = record(event);
        var value = Arrays.copyOf(whole.value(), length % (whole.value().length + 1));

        assertReadsAsItself(like(whole, value));
    }

    @Property(tries = 1000)
    void aRecordWithoutOneOfItsHeadersIsReadAsWhatItIs(
            @ForAll("events") Event event, @ForAll @IntRange(max = 20) int missing) {
        var record = record(event);
        var headers = record.headers().toArray();
        record.headers().remove(headers[missing % headers.length].key());

        assertReadsAsItself(record);
    }

    @Property(tries = 1000)
    void aRecordOfAnotherTypeIsReadAsWhatItIs(@ForAll("events") Event event, @ForAll("events") Event other) {
        var record = record(event);
        record.headers().remove("ce_type");
        record.headers().add(WRITER.write("topic", other).headers().lastHeader("ce_type"));

        assertReadsAsItself(record);
    }

    @Property(tries = 2000)
    void aRecordThatSaysSomethingElseInOnePlaceIsReadAsWhatItIs(
            @ForAll("events") Event event, @ForAll @IntRange(max = 50) int place, @ForAll("words") String word) {
        var whole = record(event);
        var texts = TEXT.matcher(new String(whole.value(), StandardCharsets.UTF_8))
                .results()
                .toList();
        var chosen = texts.get(place % texts.size());
        var value = new StringBuilder(new String(whole.value(), StandardCharsets.UTF_8))
                .replace(chosen.start(), chosen.end(), word);

        assertReadsAsItself(like(whole, value.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("nastyValues")
    void valuesThatWereNastyOnceAreReadAsWhatTheyAre(String escaped) {
        for (var event : ExampleEvents.all()) {
            var whole = record(event);
            var value = escaped.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);

            assertReadsAsItself(like(whole, value));
        }
    }

    /// One in each line, its bytes as characters of ISO 8859-1, with Java's escapes.
    static Stream<String> nastyValues() throws IOException {
        try (var lines = AnyRecordTest.class.getResourceAsStream("/fuzz/values.txt")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.US_ASCII).lines();
        }
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.of(ExampleEvents.all());
    }

    /// Half a pair of surrogates, the ends of what an [Instant] can be, and what is no text.
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "\"\\ud83d\"",
                "\"a\\udca9z\"",
                "\"\\u0000\"",
                "\"" + Instant.MIN + "\"",
                "\"" + Instant.MAX + "\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"0000-01-01T00:00:00Z\"",
                "1e300",
                "-9223372036854775808",
                "null");
    }

    private static void assertReadsAsItself(ConsumerRecord<String, byte[]> record) {
        if (EventReader.read(record) instanceof Known(var event)) {
            assertThat(EventReader.read(record(event))).isEqualTo(new Known(event));
        }
    }

    private static ConsumerRecord<String, byte[]> record(Event event) {
        var sent = WRITER.write("topic", event);
        var received =
                new ConsumerRecord<>("topic", 0, 0L, sent.key(), sent.value().clone());
        headers(sent).forEach(header -> received.headers().add(header));
        return received;
    }

    private static ConsumerRecord<String, byte[]> like(ConsumerRecord<String, byte[]> record, byte[] value) {
        var other = new ConsumerRecord<>("topic", 0, 0L, record.key(), value);
        record.headers().forEach(header -> other.headers().add(header));
        return other;
    }

    private static List<Header> headers(ProducerRecord<String, byte[]> sent) {
        return List.of(sent.headers().toArray());
    }
}

package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.EventReading.Known;
import dev.rollcall.events.EventReading.Unreadable;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Whatever a request's JSON looks like, it is read as a parser alone would read it.
class HashAsideTest {
    private static final String HASH = "T0Fk".repeat(1000);
    private static final String KEY = "8db97557-7db0-5cb8-91cf-9876bf06fb40";
    private static final String REQUEST = """
            {"deviceId":"8db97557-7db0-5cb8-91cf-9876bf06fb40","requestId":"8db97557-7db0-5cb8-91cf-9876bf06fb41",\
            "submission":{"tenantId":"contoso","batchId":"8db97557-7db0-5cb8-91cf-9876bf06fb42",\
            "position":{"file":"a.csv","row":1,"line":2},"acceptedAt":"2026-06-01T09:00:00Z"},\
            "columns":{"serialNumber":"C-1",%s,"groupTag":"Kiosk"}}""";

    @Example
    void readsTheHashAsItStands() {
        assertThat(hash(field(HASH))).isEqualTo(HASH);
        assertThat(hash("\"hardwareHash\" : \"" + HASH + "\"")).isEqualTo(HASH);
        assertThat(hash(field("short"))).isEqualTo("short");
    }

    @Example
    void readsWhatJsonHasEscaped() {
        assertThat(hash(field(HASH + "\\\"" + HASH))).isEqualTo(HASH + "\"" + HASH);
        assertThat(hash(field("\\u0041" + HASH))).isEqualTo("A" + HASH);
        assertThat(hash(field("é" + HASH))).isEqualTo("é" + HASH);
    }

    @Example
    void isNotDeceivedByWhatLooksLikeTheField() {
        var other = "\"x\\\"hardwareHash\":\"" + HASH + "\"";

        assertThat(hash(other + "," + field("short"))).isEqualTo("short");
        assertThat(hash("\"later\":{" + field(HASH) + "}," + field("short"))).isEqualTo("short");
        assertThat(hash(field("short") + ",\"later\":{" + field(HASH) + "}")).isEqualTo("short");
        assertThat(hash(field(HASH) + ",\"later\":{" + field("short") + "}")).isEqualTo(HASH);
        assertThat(hash("\"later\":{" + field(HASH) + "}," + field("#"))).isEqualTo("#");
        assertThat(hash(field(HASH) + "," + field("short"))).isEqualTo("short");
        assertThat(hash("\"later\":[" + "\",\"" + "]," + field(HASH))).isEqualTo(HASH);
    }

    @Example
    void callsPoisonWhatIsNoJson() {
        assertThat(read(REQUEST.formatted("," + field(HASH)))).isInstanceOf(Unreadable.class);
        assertThat(read(REQUEST.formatted("\"a,\"hardwareHash\":\"" + HASH + "\"")))
                .isInstanceOf(Unreadable.class);
        assertThat(read(REQUEST.formatted(field(HASH + "\n" + HASH)))).isInstanceOf(Unreadable.class);
    }

    @Property(tries = 500)
    void callsPoisonWhatIsCutOff(@ForAll @IntRange(max = 4_400) int length) {
        var whole = REQUEST.formatted(field(HASH));

        assertThat(read(whole.substring(0, Math.min(length, whole.length() - 1))))
                .isInstanceOf(Unreadable.class);
    }

    private static String field(String hash) {
        return "\"hardwareHash\":\"" + hash + "\"";
    }

    private static String hash(String fields) {
        var reading = read(REQUEST.formatted(fields));
        assertThat(reading).isInstanceOf(Known.class);
        return String.valueOf(((DeviceRequest.RegistrationRequested) ((Known) reading).event())
                .columns()
                .hardwareHash());
    }

    private static EventReading read(String json) {
        var message = new ConsumerRecord<>("topic", 0, 0L, KEY, json.getBytes(StandardCharsets.UTF_8));
        message.headers().add("ce_type", "dev.rollcall.RegistrationRequested".getBytes(StandardCharsets.UTF_8));
        return EventReader.read(message);
    }
}

package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.EventReading.Known;
import dev.rollcall.events.EventReading.UnknownType;
import dev.rollcall.events.EventReading.Unreadable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final String SEEN = "dev.rollcall.DeviceSeen";
    private static final String KEY = "8db97557-7db0-5cb8-91cf-9876bf06fb40/contoso";
    private static final String BODY = """
            {"deviceId": "8db97557-7db0-5cb8-91cf-9876bf06fb40", "tenantId": "contoso",
             "seenAt": "2026-06-01T09:00:00Z", "reportedAt": "2026-06-01T09:00:01Z", "ofALaterVersion": {"x": 1}}""";

    @Test
    void toleratesFieldsOfALaterVersion() {
        assertThat(read(KEY, SEEN, BODY)).isInstanceOf(Known.class);
    }

    @Test
    void passesOverTypesOfALaterVersion() {
        assertThat(read(KEY, "dev.rollcall.DevicePainted", BODY)).isInstanceOf(UnknownType.class);
    }

    @Test
    void callsPoisonWhatIsNoEvent() {
        assertThat(read(KEY, null, BODY)).isInstanceOf(Unreadable.class);
        assertThat(read(KEY, SEEN, null)).isInstanceOf(Unreadable.class);
        assertThat(read(KEY, SEEN, "not JSON")).isInstanceOf(Unreadable.class);
        assertThat(read(KEY, SEEN, "null")).isInstanceOf(Unreadable.class);
        assertThat(read(KEY, SEEN, "[]")).isInstanceOf(Unreadable.class);
        assertThat(read(KEY, SEEN, BODY.replace("contoso", "a b"))).isInstanceOf(Unreadable.class);
        assertThat(read(KEY, SEEN, BODY.replace("seenAt", "seen"))).isInstanceOf(Unreadable.class);
        assertThat(read("another key", SEEN, BODY)).isInstanceOf(Unreadable.class);
        assertThat(read(null, SEEN, BODY)).isInstanceOf(Unreadable.class);
    }

    @Test
    void keepsTheContentOfPoisonOutOfItsReason() {
        assertThat(read(KEY, SEEN, "{\"tenantId\": \"secret"))
                .isInstanceOfSatisfying(
                        Unreadable.class, poison -> assertThat(poison.reason()).doesNotContain("secret"));
    }

    /// Kafka's own types do not say that keys and values may be null; these are.
    @SuppressWarnings("NullAway")
    private static EventReading read(@Nullable String key, @Nullable String type, @Nullable String value) {
        var message = new ConsumerRecord<>("topic", 0, 0L, key, value == null ? null : utf8(value));
        if (type != null) {
            message.headers().add("ce_type", utf8(type));
        }
        return EventReader.read(message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

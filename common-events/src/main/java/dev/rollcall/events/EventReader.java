package dev.rollcall.events;

import dev.rollcall.events.EventReading.ForAnother;
import dev.rollcall.events.EventReading.Known;
import dev.rollcall.events.EventReading.UnknownType;
import dev.rollcall.events.EventReading.Unreadable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Turns Kafka records back into events. Whatever a record holds, the answer is an [EventReading] and no exception.
public final class EventReader {
    private static final String TYPE_HEADER = "ce_type";

    private EventReader() {}

    /// On behalf of a listener of that name.
    public static EventReading read(ConsumerRecord<String, byte[]> message, String reader) {
        return Addressee.isAnother(message.headers(), reader) ? new ForAnother() : read(message);
    }

    public static EventReading read(ConsumerRecord<String, byte[]> message) {
        var type = type(message);
        if (type == null || message.value() == null) {
            return new Unreadable(type == null ? "no ce_type header" : "no value");
        }
        var known = EventType.byWireName().get(type);
        return known == null ? new UnknownType(type) : read(message, known);
    }

    private static EventReading read(ConsumerRecord<String, byte[]> message, EventType type) {
        try {
            var event = EventJson.read(message.value(), type);
            return event == null || !event.key().equals(message.key())
                    ? new Unreadable("the key is not that of the " + type.wireName())
                    : new Known(event);
        } catch (JacksonException e) {
            return new Unreadable(
                    "not a " + type.wireName() + ": " + e.getClass().getSimpleName());
        }
    }

    private static @Nullable String type(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader(TYPE_HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

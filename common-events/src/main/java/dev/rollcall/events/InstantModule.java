package dev.rollcall.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes instants as [InstantText] does, and reads them so. What is of another form is left to Jackson.
public final class InstantModule extends SimpleModule {
    public InstantModule() {
        super("rollcall-instants");
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Instant> {
        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(InstantText.of(instant));
        }
    }

    private static final class Reader extends StdDeserializer<Instant> {
        private static final Instant FIRST = LocalDateTime.MIN.toInstant(ZoneOffset.UTC);
        private static final Instant LAST = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            var known = json.currentToken() == JsonToken.VALUE_STRING ? InstantText.parse(json.getString()) : null;
            return known == null ? inCalendar(InstantDeserializer.INSTANT.deserialize(json, context), context) : known;
        }

        /// Some that can be parsed have no date.
        private Instant inCalendar(Instant instant, DeserializationContext context) {
            return instant.isBefore(FIRST) || instant.isAfter(LAST)
                    ? context.reportInputMismatch(this, "a time beyond every calendar")
                    : instant;
        }
    }
}

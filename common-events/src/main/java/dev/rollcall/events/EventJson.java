package dev.rollcall.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of the events: ISO instants, absent instead of null, unknown fields tolerated. What is long or comes with
/// every event does not take the general way: see [HashAside] and [InstantText].
final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new InstantModule())
            .build();
    private static final HashAside HASH_ASIDE = new HashAside(MAPPER);

    private EventJson() {}

    static byte[] write(Event event) {
        var request = event instanceof RegistrationRequested requested ? HASH_ASIDE.write(requested) : null;
        return request == null ? MAPPER.writeValueAsBytes(event) : request;
    }

    /// Null for the JSON `null`.
    static @Nullable Event read(byte[] value, EventType type) {
        var request = type == EventType.REGISTRATION_REQUESTED ? HASH_ASIDE.read(value) : null;
        return request == null ? MAPPER.readValue(value, type.recordClass()) : request;
    }
}

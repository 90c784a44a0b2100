package dev.rollcall.standalone.client;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The API's JSON. What a later server adds is ignored.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw strange(e);
        }
    }

    static <T> Page<T> readPage(String json, Class<T> item) {
        try {
            return MAPPER.readValue(json, MAPPER.getTypeFactory().constructParametricType(Page.class, item));
        } catch (JacksonException e) {
            throw strange(e);
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static ClientFailure strange(JacksonException cause) {
        return new ClientFailure("the server's answer is not the JSON of this version", cause);
    }
}

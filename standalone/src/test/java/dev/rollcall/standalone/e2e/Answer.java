package dev.rollcall.standalone.e2e;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An HTTP response, read whole.
record Answer(int status, Map<String, List<String>> headers, String body) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse("");
    }

    List<JsonNode> items() {
        return json().path("items").valueStream().toList();
    }
}

package dev.rollcall.upload;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back.
record Answer(HttpResponse<String> response) {
    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    JsonNode body() {
        return JSON.readTree(response.body());
    }

    String text(String field) {
        return body().path(field).asString("");
    }

    /// The last part of a problem's type.
    String problem() {
        return text("type").replace("https://rollcall.dev/problems/", "");
    }

    JsonNode error(int index) {
        return body().path("errors").path(index);
    }

    List<String> ignoredColumns() {
        return body().path("ignoredColumns")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}

package dev.rollcall.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small HTTP server that speaks for the status service: of each device that it was told of it knows how many
/// requests are pending and when it was registered, and no other devices.
final class StandInStatus implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final List<String> authorizations = new CopyOnWriteArrayList<>();
    final List<List<String>> questions = new CopyOnWriteArrayList<>();
    private final Map<String, String> standings = new ConcurrentHashMap<>();
    private final HttpServer http;
    private volatile int code = 200;

    private StandInStatus(HttpServer http) {
        this.http = http;
    }

    static StandInStatus start() {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var status = new StandInStatus(http);
            http.createContext("/v1/devices:standing", status::answer);
            http.start();
            return status;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /// `pendingRequests` as it stands in the JSON, of a device that is not registered.
    void knows(String device, String pendingRequests) {
        standings.put(device, "\"pendingRequests\":" + pendingRequests + ",\"registeredAt\":null");
    }

    void knows(String device, String pendingRequests, Instant registeredAt) {
        standings.put(
                device, "\"pendingRequests\":%s,\"registeredAt\":\"%s\"".formatted(pendingRequests, registeredAt));
    }

    /// The status of all further answers.
    void answersWith(int status) {
        code = status;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var devices = JSON.readTree(exchange.getRequestBody())
                .path("deviceIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        questions.add(devices);
        var items = devices.stream()
                .filter(standings::containsKey)
                .map(device -> "{\"deviceId\":\"%s\",%s}".formatted(device, standings.get(device)))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        var body = items.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

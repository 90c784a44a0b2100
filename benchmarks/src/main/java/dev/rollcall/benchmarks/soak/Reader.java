package dev.rollcall.benchmarks.soak;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// A portal that looks at one thing after the other, and a management system that reports the devices of the list.
final class Reader implements AutoCloseable {
    private static final String LIST = "/v1/devices?limit=50&sort=-registeredAt";
    private static final List<String> QUESTIONS = List.of(
            LIST,
            "/v1/devices/summary",
            "/v1/devices?q=soak&limit=20",
            "/v1/devices?state=ReadyForUser&limit=100",
            "/v1/batches?limit=20");
    private static final int SUCCESS = 2;

    private final Caller caller;
    private final AtomicInteger turn = new AtomicInteger();
    private final InstantSource clock = InstantSource.system();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile List<String> shown = List.of();

    Reader(Caller caller) {
        this.caller = caller;
    }

    void ask() {
        var question = QUESTIONS.get(turn.getAndIncrement() % QUESTIONS.size());
        var answer = send(call(caller.answerAddress(), question));
        if (question.equals(LIST)) {
            shown = JsonMapper.shared()
                    .readTree(answer)
                    .path("items")
                    .valueStream()
                    .map(item -> item.path("deviceId").asString())
                    .toList();
        }
    }

    /// That the devices which were listed last are in use now.
    void report() {
        var now = clock.instant();
        var events = shown.stream()
                .map(device ->
                        "{\"deviceId\":\"%s\",\"user\":\"ada@contoso.test\",\"seenAt\":\"%s\"}".formatted(device, now))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
        if (!shown.isEmpty()) {
            send(call(caller.uploadAddress(), "/v1/device-activity")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(events)));
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder call(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + caller.token());
    }

    private String send(HttpRequest.Builder request) {
        var call = request.build();
        try {
            var answer = http.send(call, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != SUCCESS) {
                throw new BenchFailure(call.uri() + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchFailure("no answer from " + call.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

package dev.rollcall.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.server.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of one party that are to succeed: changes at one address, questions at another.
record Call(URI changes, URI questions, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Call(Caller caller) {
        this(caller.uploadAddress(), caller.answerAddress(), caller.token());
    }

    /// Questions alone.
    Call(URI address, String token) {
        this(address, address, token);
    }

    /// Without a token.
    Call(URI address) {
        this(address, address, "");
    }

    /// What is served to machines, in the form that `accepted` names.
    String text(String path, String accepted) {
        return send(HttpRequest.newBuilder(questions.resolve(path)).header("Accept", accepted))
                .body();
    }

    JsonNode get(String path) {
        return new Answer(send(HttpRequest.newBuilder(questions.resolve(path)))).json();
    }

    Answer post(String path, String type, byte[] body) {
        return new Answer(send(HttpRequest.newBuilder(changes.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))));
    }

    void delete(String path) {
        send(HttpRequest.newBuilder(changes.resolve(path)).DELETE());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// An answer with a body, if any, of JSON.
    record Answer(HttpResponse<String> response) {

        String requestId() {
            return response.headers().firstValue("X-Request-Id").orElseThrow();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }
    }
}

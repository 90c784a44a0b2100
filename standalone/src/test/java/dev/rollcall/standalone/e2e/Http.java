package dev.rollcall.standalone.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plain HTTP against one origin, with a bearer token or with none. Every answer is held against the contracts.
record Http(URI origin, @Nullable String token) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final byte[] EMPTY = {};

    Answer get(String path, String... headers) {
        return call("GET", path, EMPTY, headers);
    }

    Answer delete(String path) {
        return call("DELETE", path, EMPTY);
    }

    Answer post(String path, String contentType, byte[] body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", contentType));
        return call("POST", path, body, all.toArray(String[]::new));
    }

    Answer call(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            Contracts.check(method, path, response);
            return new Answer(
                    response.statusCode(), Map.copyOf(response.headers().map()), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

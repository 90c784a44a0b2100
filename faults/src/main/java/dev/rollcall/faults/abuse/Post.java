package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Calls by an ordinary client, each with its token.
final class Post implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// The answer, if one comes.
    Optional<HttpResponse<String>> upload(URI door, String token, String contentType, byte[] body) {
        return send(call(door.resolve("/v1/batches"), token)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Optional<HttpResponse<String>> get(URI address, String token, String accept) {
        return send(call(address, token).header("Accept", accept));
    }

    /// What everybody may read.
    Optional<HttpResponse<String>> read(URI address) {
        return send(HttpRequest.newBuilder(address).timeout(PATIENCE));
    }

    @Override
    public void close() {
        http.close();
    }

    private static HttpRequest.Builder call(URI address, String token) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

package dev.rollcall.standalone.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Sends requests and reads answers whole; both are small but for uploads, which stream from disk.
final class Exchange {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /// Once. No answer at all is a [ClientFailure].
    HttpResponse<String> send(HttpRequest request) {
        try {
            return attempt(request);
        } catch (IOException e) {
            throw unreachable(request, e);
        }
    }

    /// Again and again for half a minute while the connection breaks or the server is unavailable.
    /// Only for requests that change nothing when they are repeated.
    HttpResponse<String> sendPatiently(HttpRequest request) {
        var pause = FIRST_PAUSE;
        for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                var response = attempt(request);
                if (response.statusCode() != UNAVAILABLE) {
                    return response;
                }
            } catch (ConnectException e) {
                throw unreachable(request, e);
            } catch (IOException _) {
                // The server may have gone away in the middle of it: try again.
            }
            Pause.of(pause);
            pause = pause.multipliedBy(2);
        }
        return send(request);
    }

    private HttpResponse<String> attempt(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("interrupted", e);
        }
    }

    private static ClientFailure unreachable(HttpRequest request, IOException cause) {
        var server = request.uri().resolve("/");
        return new ClientFailure("no Rollcall answers at " + server + " (./rollcall start starts one)", cause);
    }
}

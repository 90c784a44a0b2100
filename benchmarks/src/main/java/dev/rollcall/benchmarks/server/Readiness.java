package dev.rollcall.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Asks a server whether it is ready, until it is.
public record Readiness(URI management) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /// Whether it became ready, as long as it was `alive`.
    public boolean await(BooleanSupplier alive) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (alive.getAsBoolean() && System.nanoTime() - end < 0) {
                if (isReady(http)) {
                    return true;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
        return false;
    }

    private boolean isReady(HttpClient http) {
        var request = HttpRequest.newBuilder(management.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

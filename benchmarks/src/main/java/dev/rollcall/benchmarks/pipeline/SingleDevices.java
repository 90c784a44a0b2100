package dev.rollcall.benchmarks.pipeline;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.identity.DeviceId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Batches of one device: from the POST until the device can be seen as `ReadyForUser`.
final class SingleDevices implements AutoCloseable {
    private static final int DIGITS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration IDLE_LOOKS = Duration.ofMillis(2);
    private static final Duration BUSY_LOOKS = Duration.ofMillis(20);
    private static final long BUSY_MILLIS = 200;
    private static final int ACCEPTED = 202;

    private final Caller caller;
    private final Fleet fleet;
    private final AtomicInteger next = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// As many devices as are ever posted, known to the catalog.
    SingleDevices(Caller caller, Fleet fleet) {
        this.caller = caller;
        this.fleet = fleet;
    }

    /// One after the other, in microseconds.
    Histogram oneByOne(int posts) {
        var micros = new Histogram(DIGITS);
        for (var post = 0; post < posts; post++) {
            micros.recordValue(micros(fleet.first() + next.getAndIncrement(), IDLE_LOOKS));
        }
        return micros;
    }

    /// Five a second, whether or not the last one is done, while `work` runs; in microseconds.
    Histogram beside(Runnable work) {
        var micros = new ConcurrentHistogram(DIGITS);
        var failure = new AtomicReference<@Nullable RuntimeException>();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var posts = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = clock.scheduleAtFixedRate(
                    () -> posts.execute(() -> post(micros, failure)), 0, BUSY_MILLIS, TimeUnit.MILLISECONDS);
            work.run();
            clock.shutdownNow();
        }
        var cause = failure.get();
        if (cause != null) {
            throw cause;
        }
        return micros;
    }

    @Override
    public void close() {
        http.close();
    }

    private void post(Histogram micros, AtomicReference<@Nullable RuntimeException> failure) {
        var number = next.getAndIncrement();
        if (number >= fleet.size()) {
            return;
        }
        try {
            micros.recordValue(micros(fleet.first() + number, BUSY_LOOKS));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private long micros(int number, Duration betweenLooks) {
        var upload = upload(number);
        var look = request("/v1/devices/" + DeviceId.of(fleet.device(number)), false)
                .build();
        var began = System.nanoTime();
        var answer = send(upload);
        if (answer.statusCode() != ACCEPTED) {
            throw new BenchFailure("a batch of one was answered " + answer.statusCode() + ": " + answer.body());
        }
        new Watch(betweenLooks, PATIENCE)
                .until("a batch of one", () -> send(look).body().contains("\"ReadyForUser\""));
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
    }

    private HttpRequest upload(int number) {
        var body = "{\"devices\":[{\"serialNumber\":\"%s\",\"hardwareHash\":\"%s\"}]}"
                .formatted(fleet.device(number).serialNumber(), fleet.hash(number));
        return request("/v1/batches", true)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path, boolean upload) {
        var address = upload ? caller.uploadAddress() : caller.answerAddress();
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + caller.token());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BenchFailure("the server does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

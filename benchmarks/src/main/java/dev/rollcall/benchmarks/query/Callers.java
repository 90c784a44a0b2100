package dev.rollcall.benchmarks.query;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// Callers that ask the same at the same time, each again as soon as it is answered.
final class Callers {
    private static final double MICROS = 1000;
    private static final int DIGITS = 3;

    private final Caller caller;
    private final int clients;

    Callers(Caller caller, int clients) {
        this.caller = caller;
        this.clients = clients;
    }

    /// `perSecond` of all callers together.
    record Pace(long answers, double perSecond, double p50Millis, double p95Millis, double p99Millis) {}

    Connection connect() {
        try {
            return new Connection(caller.answerAddress(), caller.token());
        } catch (IOException e) {
            throw new BenchFailure("the server can't be reached: " + e.getMessage(), e);
        }
    }

    Pace ask(String path, double seconds) {
        var end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            Callable<Histogram> client = () -> askUntil(path, end);
            var running = IntStream.range(0, clients)
                    .mapToObj(_ -> threads.submit(client))
                    .toList();
            var nanos = new Histogram(DIGITS);
            running.forEach(one -> nanos.add(answer(one)));
            return pace(nanos, System.nanoTime() - began);
        }
    }

    private Histogram askUntil(String path, long end) throws IOException {
        var nanos = new Histogram(DIGITS);
        try (var connection = connect()) {
            var request = connection.request(path, "application/json");
            while (System.nanoTime() < end || nanos.getTotalCount() == 0) {
                var began = System.nanoTime();
                connection.ask(request, OutputStream.nullOutputStream());
                nanos.recordValue(System.nanoTime() - began);
            }
        }
        return nanos;
    }

    private static Pace pace(Histogram nanos, long duration) {
        return new Pace(
                nanos.getTotalCount(),
                nanos.getTotalCount() / (duration / (double) TimeUnit.SECONDS.toNanos(1)),
                nanos.getValueAtPercentile(50) / MICROS / MICROS,
                nanos.getValueAtPercentile(95) / MICROS / MICROS,
                nanos.getValueAtPercentile(99) / MICROS / MICROS);
    }

    private static Histogram answer(Future<Histogram> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        } catch (ExecutionException e) {
            throw new BenchFailure("a question was not answered: " + e.getCause(), e);
        }
    }
}

package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.RollcallApi;
import dev.rollcall.standalone.client.SubmitAnswer.Accepted;
import dev.rollcall.standalone.client.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Posts a batch of three rows every second, whether or not the last one is done, and takes the time from each POST
/// until all its outcomes can be seen.
final class SmallBatches implements AutoCloseable {
    static final int ROWS = 3;
    private static final int DIGITS = 3;
    private static final Watch WATCH = new Watch(Duration.ofMillis(50), Duration.ofMinutes(2));

    private final RollcallApi api;
    private final Fleet fleet;
    private final WorkDirectory directory;
    private final Histogram micros = new ConcurrentHistogram(DIGITS);
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService posts = Executors.newVirtualThreadPerTaskExecutor();

    private SmallBatches(RollcallApi api, Fleet fleet, WorkDirectory directory) {
        this.api = api;
        this.fleet = fleet;
        this.directory = directory;
    }

    /// Three devices of `fleet` each time, until there are none left.
    static SmallBatches begin(RollcallApi api, Fleet fleet, WorkDirectory directory) {
        var batches = new SmallBatches(api, fleet, directory);
        var _ = batches.clock.scheduleAtFixedRate(batches::postNext, 0, 1, TimeUnit.SECONDS);
        return batches;
    }

    /// Posts no more, and waits for those that are on their way.
    Histogram end() {
        close();
        var cause = failure.get();
        if (cause != null) {
            throw cause;
        }
        return micros;
    }

    @Override
    public void close() {
        clock.close();
        posts.close();
    }

    private void postNext() {
        var number = posted.getAndIncrement();
        if ((number + 1) * ROWS <= fleet.size()) {
            var _ = posts.submit(() -> post(fleet.part(number * ROWS, ROWS)));
        }
    }

    private void post(Fleet devices) {
        var file = directory.file(devices.name() + "-" + devices.first() + ".csv");
        try {
            devices.writeUpload(file);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(register(file)));
            Files.delete(file);
        } catch (IOException e) {
            failure.compareAndSet(null, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private long register(Path file) {
        var began = System.nanoTime();
        if (!(api.submit(Upload.of(file, UUID.randomUUID().toString())) instanceof Accepted accepted)) {
            throw new BenchFailure("a small batch was refused");
        }
        var id = Objects.requireNonNull(accepted.batchId());
        WATCH.until(
                "a small batch",
                () -> api.progress(id).filter(BatchProgress::completed).isPresent());
        return System.nanoTime() - began;
    }
}

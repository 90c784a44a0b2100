package dev.rollcall.benchmarks.soak;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.standalone.client.SubmitAnswer.Accepted;
import dev.rollcall.standalone.client.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A tenant's day at a constant pace, until it is closed: small and bulk batches of devices that are new, sightings of
/// those that are there, questions. The first call that fails ends it.
final class SoakLoad implements AutoCloseable {
    private static final int THREADS = 4;

    private final Caller caller;
    private final Reader reader;
    private final WorkDirectory directory;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();

    private SoakLoad(Caller caller, WorkDirectory directory) {
        this.caller = caller;
        this.reader = new Reader(caller);
        this.directory = directory;
    }

    static SoakLoad begin(Caller caller, WorkDirectory directory, Fleet small, Fleet bulk) {
        var load = new SoakLoad(caller, directory);
        load.every(SoakPlan.BETWEEN_SMALL, load.batches(small, SoakPlan.SMALL_ROWS));
        load.every(SoakPlan.BETWEEN_BULK, load.batches(bulk, SoakPlan.BULK_ROWS));
        load.every(SoakPlan.BETWEEN_READS, load.reader::ask);
        load.every(SoakPlan.BETWEEN_SIGHTINGS, load.reader::report);
        return load;
    }

    /// That were taken so far.
    long rows() {
        return rows.get();
    }

    /// Uploads, questions and reports so far.
    long calls() {
        return calls.get();
    }

    void requireNoFailure() {
        var cause = failure.get();
        if (cause != null) {
            throw cause;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clock.close();
        reader.close();
    }

    private void every(Duration pause, Runnable deed) {
        var _ = clock.scheduleAtFixedRate(() -> attempt(deed), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
            calls.incrementAndGet();
        } catch (RuntimeException e) {
            if (!clock.isShutdown()) {
                failure.compareAndSet(null, e);
            }
        }
    }

    private Runnable batches(Fleet fleet, int size) {
        var posted = new AtomicLong();
        return () -> {
            var skipped = Math.toIntExact(posted.getAndIncrement() * size);
            if (skipped + size <= fleet.size()) {
                post(fleet.part(skipped, size));
            }
        };
    }

    private void post(Fleet devices) {
        var file = directory.file(devices.name() + "-" + devices.first() + ".csv");
        try {
            devices.writeUpload(file);
            var upload = Upload.of(file, UUID.randomUUID().toString());
            if (!(caller.uploads().submit(upload) instanceof Accepted)) {
                throw new BenchFailure("a batch was refused");
            }
            Files.delete(file);
            rows.addAndGet(devices.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

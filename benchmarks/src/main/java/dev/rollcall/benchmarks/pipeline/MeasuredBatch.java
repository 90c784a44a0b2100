package dev.rollcall.benchmarks.pipeline;

import dev.rollcall.benchmarks.devices.MixedFleet;
import dev.rollcall.benchmarks.load.BigBatch;
import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.benchmarks.usage.Meter;
import dev.rollcall.standalone.client.BatchProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Posts the file of a mixed fleet and watches it to its end. Every outcome has to be the expected one.
record MeasuredBatch(Caller caller, Meter meter, Executor background) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    BatchRun run(MixedFleet fleet, Path file) {
        var samples = new ArrayList<Sample>();
        var before = meter.read();
        var batch = BigBatch.post(caller, file, fleet.failures(), background);
        new Watch(BETWEEN_LOOKS, Watch.over(fleet.size()).patience())
                .until("a big batch", () -> look(batch, fleet, samples));
        var usage = meter.read().since(before);
        return new BatchRun(
                fleet.name(),
                fleet.size(),
                seconds(batch.answeredAt() - batch.postedAt()),
                samples.getLast().seconds(),
                usage,
                meter.heaps(),
                samples);
    }

    private static boolean look(BigBatch batch, MixedFleet fleet, ArrayList<Sample> samples) {
        var progress = batch.progress();
        var done = progress.map(BatchProgress::done).orElse(0L);
        samples.add(new Sample(seconds(System.nanoTime() - batch.postedAt()), done));
        progress.filter(BatchProgress::completed).ifPresent(end -> requireOutcomes(end, fleet));
        return progress.filter(BatchProgress::completed).isPresent();
    }

    private static void requireOutcomes(BatchProgress end, MixedFleet fleet) {
        var counted = new TreeMap<>(end.counts());
        counted.values().removeIf(count -> count == 0);
        if (!counted.equals(fleet.outcomes())) {
            throw new BenchFailure(
                    "the batch " + fleet.name() + " ended as " + counted + " and not as " + fleet.outcomes());
        }
    }

    private static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }
}

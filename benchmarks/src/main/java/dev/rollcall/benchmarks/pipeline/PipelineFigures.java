package dev.rollcall.benchmarks.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rollcall.benchmarks.report.Spread;
import dev.rollcall.benchmarks.server.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was measured. `floorDevicesPerSecond` has as many runs as `runs`, or none; each run of the floor came right
/// before its batch.
public record PipelineFigures(
        String layout,
        PipelinePlan plan,
        List<Double> floorDevicesPerSecond,
        List<BatchRun> runs,
        List<BatchRun> batches,
        @Nullable Singles singles,
        Map<String, Long> peakMemoryBytes,
        @Nullable Shares shares) {

    /// Batches of one device, from the POST until `ReadyForUser` could be seen: alone, and beside `batch`.
    public record Singles(Latency alone, Latency beside, BatchRun batch) {}

    @JsonProperty
    public Spread devicesPerSecond() {
        return Spread.of(runs.stream().map(BatchRun::devicesPerSecond).toList());
    }

    /// Of the floor, run by run.
    @JsonProperty
    public Spread share() {
        var shares = new ArrayList<Double>();
        for (var run = 0; run < floorDevicesPerSecond.size(); run++) {
            shares.add(runs.get(run).devicesPerSecond() / floorDevicesPerSecond.get(run));
        }
        return Spread.of(shares);
    }

    /// Every batch that was measured alone, in order.
    List<BatchRun> all() {
        var all = new ArrayList<>(runs);
        all.addAll(batches);
        return all;
    }
}

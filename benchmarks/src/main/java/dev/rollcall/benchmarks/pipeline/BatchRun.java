package dev.rollcall.benchmarks.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rollcall.benchmarks.usage.Heap;
import dev.rollcall.benchmarks.usage.Usage;
import java.util.List;
import java.util.Map;

/// One big batch: from the first byte sent until its last outcome could be seen, and what all processes used meanwhile.
public record BatchRun(
        String name,
        long devices,
        double secondsToAnswer,
        double seconds,
        Usage usage,
        Map<String, Heap> heaps,
        List<Sample> samples) {
    private static final double MICROS = 1e6;
    private static final double EDGE = 0.1;

    @JsonProperty
    public double devicesPerSecond() {
        return devices / seconds;
    }

    @JsonProperty
    public double cpuMicrosPerDevice() {
        return MICROS * usage.allCpuSeconds() / devices;
    }

    double cpuMicrosPerDevice(String process) {
        return MICROS * usage.cpuSeconds().getOrDefault(process, 0.0) / devices;
    }

    /// The rate of the later half by that of the earlier: 1 is flat. The first and the last tenth, in which the stages
    /// fill and drain, are left out.
    @JsonProperty
    public double steadiness() {
        var from = secondsUntil(EDGE);
        var middle = secondsUntil(0.5);
        var to = secondsUntil(1 - EDGE);
        return (middle - from) / (to - middle);
    }

    private double secondsUntil(double share) {
        return samples.stream()
                .filter(sample -> sample.devices() >= share * devices)
                .findFirst()
                .map(Sample::seconds)
                .orElse(seconds);
    }
}

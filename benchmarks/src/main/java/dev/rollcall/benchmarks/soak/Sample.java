package dev.rollcall.benchmarks.soak;

import java.util.Map;

/// What there was at one moment, `minute` after the beginning: of each process by its name, and of all of them.
public record Sample(
        double minute, Map<String, Traces> processes, int tempFiles, double databaseMib, double kafkaMib, long lag) {
    public Sample {
        processes = Map.copyOf(processes);
    }

    /// Of one process: its heap after a full collection, its threads, its file handles.
    public record Traces(double heapMib, int threads, int handles) {}
}

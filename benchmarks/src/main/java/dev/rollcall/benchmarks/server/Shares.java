package dev.rollcall.benchmarks.server;

import java.util.List;
import java.util.Map;

/// Who of several workers and several brokers has which part of the work.
public record Shares(List<Worker> workers, List<Broker> brokers) {

    /// `partitions` are those it reads, by topic; `decided` are the requests that it decided since it started.
    public record Worker(String name, Map<String, Integer> partitions, long decided) {}

    /// Of all partitions, how many it leads, has a copy of, and has a complete copy of.
    public record Broker(String name, int leads, int copies, int inSync) {}
}

package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.history.History;

/// What a run has: a cluster, the folder that all of it lies in, and the history that it writes.
public record Stage(Cluster cluster, WorkDirectory directory, History history) {}

package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.cluster.ClusterPlan;
import dev.rollcall.faults.history.History;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Runs on clusters that begin and end with them. Their histories stay.
final class Runs {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final Path HISTORIES = Path.of("target", "faults");

    private Runs() {}

    static FaultResult run(String name, ClusterPlan cluster, FaultPlan plan) {
        try (var directory = WorkDirectory.create();
                var started = Cluster.start(HOME, directory, cluster);
                var history = History.in(HISTORIES.resolve(name + "-" + plan.seed() + ".jsonl"), plan.seed())) {
            return new FaultRun(started, directory, history).run(plan);
        }
    }

    static RollingRestart.Result restart(ClusterPlan cluster, long seed) {
        try (var directory = WorkDirectory.create();
                var started = Cluster.start(HOME, directory, cluster);
                var history = History.in(HISTORIES.resolve("restart-" + seed + ".jsonl"), seed)) {
            return new RollingRestart(started, directory, history).run(seed);
        }
    }

    static void print(List<FaultResult> results) {
        new FaultTables(results).print(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }
}

package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.history.History;
import java.util.List;

/// Loses PostgreSQL under load, brings it back from a backup and Kafka, and checks what is there then.
public final class BackupRun {
    private final Cluster cluster;
    private final WorkDirectory directory;
    private final History history;

    public BackupRun(Cluster cluster, WorkDirectory directory, History history) {
        this.cluster = cluster;
        this.directory = directory;
        this.history = history;
    }

    public record Result(Figures figures, List<Violation> violations) {
        public Result {
            violations = List.copyOf(violations);
        }
    }

    public Result run(long seed) {
        try (var parties = Parties.of(cluster, history)) {
            var trial = new Trial(cluster, directory, history);
            var finding = trial.of(parties, seed, new Loss(cluster, history));
            return new Result(Figures.of(finding.evidence()), finding.violations());
        }
    }
}

package dev.rollcall.faults;

import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.cluster.Backup;
import java.util.List;

/// Loses PostgreSQL under load, brings it back from a backup and Kafka, and checks what is there then.
public record BackupRun(Stage stage, Backup.Way way) {
    public record Result(Figures figures, List<Violation> violations) {
        public Result {
            violations = List.copyOf(violations);
        }
    }

    public Result run(long seed) {
        try (var parties = Parties.of(stage)) {
            var trial = new Trial(stage);
            var finding = trial.of(parties, seed, new Loss(stage.cluster(), stage.history(), way));
            return new Result(Figures.of(finding.evidence()), finding.violations());
        }
    }
}

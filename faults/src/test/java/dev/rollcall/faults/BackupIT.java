package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.PostgresTools;
import dev.rollcall.faults.cluster.Backup;
import dev.rollcall.faults.cluster.BaseBackup;
import dev.rollcall.faults.cluster.ClusterPlan;
import dev.rollcall.faults.cluster.Dumps;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What was taken comes back from Kafka and a backup under load.
@Tag("faults")
class BackupIT {

    @Test
    void nothingIsMissingAfterAReturnFromACopyOfTheFiles() {
        requireNothingMissing(Runs.loss("base-backup", ClusterPlan.small(), BaseBackup::take, 1));
    }

    @Test
    void nothingIsMissingAfterAReturnFromDumps() {
        requireNothingMissing(Runs.loss("dumps", ClusterPlan.small(), BackupIT::dumps, 1));
    }

    private static Backup dumps(Engines engines, Path into) {
        assumeTrue(new PostgresTools(engines).suit(), "pg_dump is missing, or older than the server");
        return Dumps.take(engines, into);
    }

    private static void requireNothingMissing(BackupRun.Result result) {
        assertThat(result.violations()).isEmpty();
        assertThat(result.figures().batches()).isGreaterThan(20);
        assertThat(result.figures().rows()).isPositive();
    }
}

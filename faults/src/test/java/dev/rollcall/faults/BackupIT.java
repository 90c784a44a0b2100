package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.cluster.ClusterPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class BackupIT {

    @Test
    void whatWasTakenComesBackFromABackupUnderLoadAndKafka() {
        var result = Runs.loss(ClusterPlan.small(), 1);

        assertThat(result.violations()).isEmpty();
        assertThat(result.figures().batches()).isGreaterThan(20);
        assertThat(result.figures().rows()).isPositive();
    }
}

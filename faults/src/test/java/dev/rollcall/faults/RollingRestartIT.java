package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.cluster.ClusterPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class RollingRestartIT {

    @Test
    void noCallFailsWhileEveryServiceIsRestarted() {
        var result = Runs.restart(ClusterPlan.usual(), 1);

        assertThat(result.calls()).hasSizeGreaterThan(100);
        assertThat(result.failed()).isEmpty();
        assertThat(result.violations()).isEmpty();
    }
}

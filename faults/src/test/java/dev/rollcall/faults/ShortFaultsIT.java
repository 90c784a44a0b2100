package dev.rollcall.faults;

import static dev.rollcall.faults.nemesis.FaultKind.CUT_BROKER;
import static dev.rollcall.faults.nemesis.FaultKind.KILL_DATABASE;
import static dev.rollcall.faults.nemesis.FaultKind.KILL_WORKER;
import static dev.rollcall.faults.nemesis.FaultKind.VANISHING_CLIENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.cluster.ClusterPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The short form of [FaultsIT]: some faults, one upon the other.
class ShortFaultsIT {
    private static final FaultPlan PLAN = new FaultPlan(
            Long.getLong("faults.seed", 1),
            List.of(KILL_WORKER, KILL_DATABASE, CUT_BROKER, VANISHING_CLIENTS),
            Duration.ZERO,
            false);

    @Test
    void nothingIsLostWhereSomeThingsBreakAtOnce() {
        var result = Runs.run("short", ClusterPlan.small(), PLAN);

        Runs.print(List.of(result));
        assertThat(result.violations()).isEmpty();
        assertThat(result.figures().rows()).isPositive();
    }
}

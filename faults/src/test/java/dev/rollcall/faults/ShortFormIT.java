package dev.rollcall.faults;

import static dev.rollcall.faults.nemesis.FaultKind.CUT_BROKER;
import static dev.rollcall.faults.nemesis.FaultKind.KILL_DATABASE;
import static dev.rollcall.faults.nemesis.FaultKind.KILL_WORKER;
import static dev.rollcall.faults.nemesis.FaultKind.VANISHING_CLIENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.abuse.Attack;
import dev.rollcall.faults.abuse.EndlessHeader;
import dev.rollcall.faults.abuse.FormulaCells;
import dev.rollcall.faults.abuse.IdleConnections;
import dev.rollcall.faults.abuse.ParallelUploads;
import dev.rollcall.faults.abuse.PathNames;
import dev.rollcall.faults.abuse.SlowUploads;
import dev.rollcall.faults.abuse.SmuggledRequests;
import dev.rollcall.faults.abuse.TokenFlood;
import dev.rollcall.faults.abuse.ZipBomb;
import dev.rollcall.faults.cluster.ClusterPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The short forms of [FaultsIT] and of [AbuseIT]: some faults, one upon the other, and then some attacks on what is
/// left of that cluster.
class ShortFormIT {
    private static final FaultPlan PLAN = new FaultPlan(
            Long.getLong("faults.seed", 1),
            List.of(KILL_WORKER, KILL_DATABASE, CUT_BROKER, VANISHING_CLIENTS),
            Duration.ZERO,
            false);

    @Test
    void nothingIsLostWhereSomeThingsBreakAtOnceAndOthersAreAnsweredWhileSomeAttack() {
        var results = Runs.shortForm(ClusterPlan.small(), PLAN, ShortFormIT::attacks);

        var broken = results.broken();
        Runs.print(List.of(broken));
        assertThat(broken.violations()).isEmpty();
        assertThat(broken.figures().rows()).isPositive();
        Sieges.expectNothingBroken(results.attacked());
    }

    private static List<Attack> attacks(Path work) {
        return List.of(
                new SlowUploads(100, Duration.ofSeconds(3)),
                new IdleConnections(2_000, Duration.ofSeconds(2)),
                new ZipBomb(2, 64L << 20),
                new EndlessHeader(2, 128L << 20),
                new ParallelUploads(100, 4),
                new TokenFlood(500),
                new SmuggledRequests(),
                new FormulaCells(),
                new PathNames(work));
    }
}

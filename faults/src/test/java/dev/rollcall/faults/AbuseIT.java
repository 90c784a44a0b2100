package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.abuse.EndlessHeader;
import dev.rollcall.faults.abuse.FormulaCells;
import dev.rollcall.faults.abuse.IdleConnections;
import dev.rollcall.faults.abuse.NastyParameters;
import dev.rollcall.faults.abuse.ParallelUploads;
import dev.rollcall.faults.abuse.PathNames;
import dev.rollcall.faults.abuse.Quiet;
import dev.rollcall.faults.abuse.SlowUploads;
import dev.rollcall.faults.abuse.SmuggledRequests;
import dev.rollcall.faults.abuse.TokenFlood;
import dev.rollcall.faults.abuse.ZipBomb;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever attacks, others are answered within their limits.
@Tag("faults")
class AbuseIT {

    @Test
    void othersAreAnsweredWhileManyAttack() {
        var outcome = Runs.abuse(work -> List.of(
                new Quiet(Duration.ofSeconds(10)),
                new SlowUploads(500, Duration.ofSeconds(45)),
                new IdleConnections(10_000, Duration.ofSeconds(10)),
                new ZipBomb(8, 1L << 30),
                new EndlessHeader(4, 2L << 30),
                new ParallelUploads(1_000, 64),
                new TokenFlood(10_000),
                new SmuggledRequests(),
                new NastyParameters(),
                new FormulaCells(),
                new PathNames(work)));

        Sieges.expectNothingBroken(outcome);
        assertThat(outcome.attacks())
                .allSatisfy(attack -> Sieges.expectAnswersInTime(attack.honest(), attack.attack()));
    }
}

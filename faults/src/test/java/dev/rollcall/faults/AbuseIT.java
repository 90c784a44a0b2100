package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.abuse.EndlessHeader;
import dev.rollcall.faults.abuse.Experience;
import dev.rollcall.faults.abuse.FormulaCells;
import dev.rollcall.faults.abuse.IdleConnections;
import dev.rollcall.faults.abuse.NastyParameters;
import dev.rollcall.faults.abuse.ParallelUploads;
import dev.rollcall.faults.abuse.PathNames;
import dev.rollcall.faults.abuse.Quiet;
import dev.rollcall.faults.abuse.Siege;
import dev.rollcall.faults.abuse.SlowUploads;
import dev.rollcall.faults.abuse.SmuggledRequests;
import dev.rollcall.faults.abuse.TokenFlood;
import dev.rollcall.faults.abuse.ZipBomb;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever attacks, others are answered within their limits: reads as the objective says, rows visible within a minute.
class AbuseIT {
    private static final double SLOW_READ_MILLIS = 300;
    private static final double LATE_ROW_MILLIS = 60_000;

    @Test
    void othersAreAnsweredWhileSomeAttack() {
        var outcome = Runs.abuse(
                "abuse-short",
                work -> List.of(
                        new SlowUploads(100, Duration.ofSeconds(3)),
                        new IdleConnections(2_000, Duration.ofSeconds(2)),
                        new ZipBomb(2, 64L << 20),
                        new EndlessHeader(2, 128L << 20),
                        new ParallelUploads(100, 4),
                        new TokenFlood(500),
                        new SmuggledRequests(),
                        new FormulaCells(),
                        new PathNames(work)));

        expectNothingBroken(outcome);
    }

    @Test
    @Tag("faults")
    void othersAreAnsweredWhileManyAttack() {
        var outcome = Runs.abuse(
                "abuse",
                work -> List.of(
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

        expectNothingBroken(outcome);
        assertThat(outcome.attacks()).allSatisfy(attack -> expectAnswersInTime(attack.honest(), attack.attack()));
    }

    /// While an attack takes seconds there are few reads: they are judged all together.
    private static void expectNothingBroken(Siege.Outcome outcome) {
        Runs.print(new AbuseTables(outcome));
        assertThat(outcome.attacks())
                .allSatisfy(result -> assertThat(result.impact().breaches())
                        .as(result.attack())
                        .isEmpty());
        assertThat(outcome.throughout().failures()).isEmpty();
        assertThat(outcome.throughout().reads().count()).isGreaterThan(100);
        expectAnswersInTime(outcome.throughout(), "all of it");
    }

    private static void expectAnswersInTime(Experience honest, String attack) {
        assertThat(honest.isWithin(SLOW_READ_MILLIS, LATE_ROW_MILLIS))
                .as(attack + ": " + honest)
                .isTrue();
    }
}

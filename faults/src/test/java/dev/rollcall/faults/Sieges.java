package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.abuse.Experience;
import dev.rollcall.faults.abuse.Siege;

/// What is expected of every siege: reads as the objective says, rows visible within a minute.
final class Sieges {
    private static final double SLOW_READ_MILLIS = 300;
    private static final double LATE_ROW_MILLIS = 60_000;

    private Sieges() {}

    /// While an attack takes seconds there are few reads: they are judged all together.
    static void expectNothingBroken(Siege.Outcome outcome) {
        Runs.print(new AbuseTables(outcome));
        assertThat(outcome.attacks())
                .allSatisfy(result -> assertThat(result.impact().breaches())
                        .as(result.attack())
                        .isEmpty());
        assertThat(outcome.throughout().failures()).isEmpty();
        assertThat(outcome.throughout().reads().count()).isGreaterThan(100);
        assertThat(outcome.throughout().roundTrips().count()).isPositive();
        expectAnswersInTime(outcome.throughout(), "all of it");
    }

    static void expectAnswersInTime(Experience honest, String attack) {
        assertThat(honest.isWithin(SLOW_READ_MILLIS, LATE_ROW_MILLIS))
                .as(attack + ": " + honest)
                .isTrue();
    }
}

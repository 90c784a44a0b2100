package dev.rollcall.benchmarks.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final Race race = new Race(List.of(100L, 50L));

    @Test
    void countsFromWhenTheLastCameUntilTheFirstWasDone() {
        race.look(10, List.of(20L, 0L));
        race.look(20, List.of(30L, 0L));
        race.look(30, List.of(50L, 25L));
        race.look(40, List.of(60L, 50L));
        race.look(50, List.of(100L, 50L));

        assertThat(race.whileAllWereActive(15)).containsExactly(30, 50);
    }

    @Test
    void knowsWhenEachWasDone() {
        race.look(10, List.of(20L, 50L));
        race.look(20, List.of(99L, 50L));
        race.look(30, List.of(100L, 50L));

        assertThat(race.completedAt(0)).isEqualTo(30);
        assertThat(race.completedAt(1)).isEqualTo(10);
    }

    @Test
    void isOverWhenAllAreDone() {
        assertThat(race.isOver()).isFalse();
        race.look(10, List.of(100L, 49L));
        assertThat(race.isOver()).isFalse();
        race.look(20, List.of(100L, 50L));
        assertThat(race.isOver()).isTrue();
    }

    @Test
    void tellsOfNothingWhereNobodyLooked() {
        assertThat(race.whileAllWereActive(0)).containsExactly(0, 0);
    }
}

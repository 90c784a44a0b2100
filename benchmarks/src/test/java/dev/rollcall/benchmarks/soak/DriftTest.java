package dev.rollcall.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final double SHARE = 0.1;
    private static final double AMOUNT = 8;

    @Test
    void whatGrowsSteadilyDrifts() {
        var growing = IntStream.range(0, 60).mapToObj(minute -> 50.0 + minute).toList();

        assertThat(Drift.of(growing).isMoreThan(SHARE, AMOUNT)).isTrue();
    }

    @Test
    void whatGrowsOnlyAtTheBeginningDoesNotDrift() {
        var warming = IntStream.range(0, 60)
                .mapToObj(minute -> Math.min(70.0, 50 + minute))
                .toList();

        assertThat(Drift.of(warming).isMoreThan(SHARE, AMOUNT)).isFalse();
    }

    @Test
    void whatGoesUpAndDownDoesNotDrift() {
        var swaying = IntStream.range(0, 60)
                .mapToObj(minute -> minute % 2 == 0 ? 40.0 : 90.0)
                .toList();

        assertThat(Drift.of(swaying).isMoreThan(SHARE, AMOUNT)).isFalse();
    }

    @Test
    void littleIsNoDrift() {
        assertThat(Drift.of(List.of(1.0, 1.0, 5.0)).isMoreThan(SHARE, AMOUNT)).isFalse();
        assertThat(Drift.of(List.of(100.0, 100.0, 109.0)).isMoreThan(SHARE, AMOUNT))
                .isFalse();
    }
}

package dev.rollcall.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void hasTheMiddleOneOrTheMeanOfTheMiddleTwo() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }

    @Test
    void showsHowFarTheRunsLieApart() {
        assertThat(Spread.of(List.of(3000.4, 1000.0, 2000.0)).show("%,.0f")).isEqualTo("2,000 (1,000 – 3,000)");
        assertThat(Spread.of(List.of(7.0)).show("%.1f")).isEqualTo("7.0");
        assertThat(Spread.of(List.of()).show("%.1f")).isEqualTo("-");
    }
}

package dev.rollcall.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void areFiguresThatSoManyPercentDoNotExceed() {
        var figures = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> (double) (51 - number))
                .toList();

        assertThat(Percentiles.of(figures)).isEqualTo(new Percentiles(50, 25, 48, 50, 50));
    }

    @Test
    void ofOneFigureAreThatFigure() {
        assertThat(Percentiles.of(List.of(7.5))).isEqualTo(new Percentiles(1, 7.5, 7.5, 7.5, 7.5));
    }

    @Test
    void ofNothingAreNoNumbers() {
        assertThat(Percentiles.of(List.of()).p95()).isNaN();
    }
}

package dev.rollcall.benchmarks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final int DEVICES = 1_000_000;

    @Test
    void sortsByEachColumnBothWays() {
        var names = Round.of(0, DEVICES).stream().map(Step::name).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .filteredOn(name -> name.startsWith("sort: "))
                .hasSize(14)
                .contains("sort: Age ↑", "sort: Age ↓");
    }

    @Test
    void hasTheSameStepsAsEveryOther() {
        assertThat(Round.of(49, DEVICES).stream().map(Step::name))
                .isEqualTo(Round.of(0, DEVICES).stream().map(Step::name).toList());
    }

    @Test
    void leavesOutOnlyThePauseAfterTyping() {
        assertThat(Round.of(0, DEVICES))
                .filteredOn(step -> step.pauseMillis() > 0)
                .extracting(Step::name)
                .containsExactly("search, common", "search, rare", "search cleared");
    }

    @Test
    void searchesForAnotherRareDeviceEachTime() {
        var rare = IntStream.range(0, 50)
                .mapToObj(number -> Round.rare(number, DEVICES))
                .toList();

        assertThat(rare).doesNotHaveDuplicates().allMatch(text -> text.matches("-\\d{6}"));
    }
}

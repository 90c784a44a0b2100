package dev.rollcall.status.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void leavesTheItemBehindItToTheNextPage() {
        var page = Page.of(List.of("a", "b", "c"), 2, 9, last -> "behind " + last);

        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), "behind b", 9, false));
    }

    @Test
    void isTheLastWhereNothingIsBehindIt() {
        var page = Page.of(List.of("a", "b"), 2, 2, last -> "behind " + last);

        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), null, 2, false));
    }

    @Test
    void mayBeEmpty() {
        assertThat(Page.of(List.<String>of(), 2, 0, last -> last).items()).isEmpty();
    }
}

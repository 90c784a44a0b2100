package dev.rollcall.benchmarks.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JainIndexTest {

    @Test
    void isOneWhereAllGetTheSame() {
        assertThat(JainIndex.of(7, 7, 7)).isEqualTo(1);
    }

    @Test
    void isNoNumberWhereNobodyGetsAnything() {
        assertThat(JainIndex.of(0, 0)).isNaN();
    }

    @Test
    void isOneNthWhereOneOfThemGetsEverything() {
        assertThat(JainIndex.of(0, 0, 9, 0)).isEqualTo(0.25);
    }

    /// (1 + 3)² / 2 (1² + 3²).
    @Test
    void liesBetweenWhereOneGetsMore() {
        assertThat(JainIndex.of(1, 3)).isEqualTo(0.8);
    }

    @Property
    void dependsOnTheProportionsOnly(@ForAll @Size(5) List<@LongRange(min = 1, max = 1_000_000) Long> shares) {
        var some = shares.stream().mapToLong(Long::longValue).toArray();
        var tenfold = shares.stream().mapToLong(share -> 10 * share).toArray();

        assertThat(JainIndex.of(tenfold)).isCloseTo(JainIndex.of(some), within(1e-9));
        assertThat(JainIndex.of(some)).isBetween(0.2 - 1e-9, 1 + 1e-9);
    }
}

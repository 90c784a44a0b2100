package dev.rollcall.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Pace pace = new Pace(GRACE, 1_000);

    @Test
    void bearsWithASlowSenderForAGracePeriod() {
        pace.came(1, GRACE.toNanos());

        assertThat(pace.isTooSlow()).isFalse();
    }

    @Test
    void losesPatienceBelowTheSlowestRateAfterwards() {
        pace.came(30_000, GRACE.toNanos() + 1);

        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void goesOnAsLongAsTheAverageIsAtTheSlowestRate() {
        pace.came(100_000, GRACE.toNanos());
        pace.came(1, Duration.ofSeconds(60).toNanos());

        assertThat(pace.isTooSlow()).isFalse();
    }
}

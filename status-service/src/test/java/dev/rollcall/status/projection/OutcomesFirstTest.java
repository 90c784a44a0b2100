package dev.rollcall.status.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutcomesFirstTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final OutcomesFirst outcomesFirst =
            new OutcomesFirst(Duration.ofSeconds(1), Duration.ofSeconds(60), now::get);

    @Test
    void holdsARequestForTheDelayWhereNoOutcomesCome() {
        assertThat(outcomesFirst.holds(now.get())).isTrue();
        assertThat(outcomesFirst.holds(now.get() - 999)).isTrue();
        assertThat(outcomesFirst.holds(now.get() - 1_000)).isFalse();
    }

    @Test
    void holdsARequestLongerWhileOutcomesComeButNotForGood() {
        outcomesFirst.outcomesCame();

        assertThat(outcomesFirst.holds(now.get() - 59_999)).isTrue();
        assertThat(outcomesFirst.holds(now.get() - 60_000)).isFalse();
    }

    @Test
    void takesTheOutcomesForEndedAfterTheDelay() {
        outcomesFirst.outcomesCame();
        now.addAndGet(1_000);

        assertThat(outcomesFirst.holds(now.get() - 1_000)).isFalse();
    }

    @Test
    void holdsNoRequestWhoseClockIsAheadOfThisOne() {
        outcomesFirst.outcomesCame();

        assertThat(outcomesFirst.holds(now.get() + 3_600_000)).isFalse();
    }

    @Test
    void waitsForNothingOnceTheServiceEnds() {
        outcomesFirst.close();

        assertThat(outcomesFirst.giveWay()).isFalse();
    }
}

package dev.rollcall.standalone.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {
    private static final LoginProperties LIMITS = new LoginProperties(5, 30, Duration.ofMinutes(5), 5);
    private static final String HERE = "192.0.2.1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final LoginAttempts attempts = new LoginAttempts(LIMITS, clock);

    @Test
    void aNameMayBeTriedFiveTimesFromAnywhere() {
        IntStream.range(0, 5)
                .forEach(attempt ->
                        assertThat(attempts.spend("ada", "192.0.2." + attempt)).isEmpty());

        assertThat(attempts.spend("ada", "192.0.2.9")).isPresent();
        assertThat(attempts.spend("bob", "192.0.2.9")).isEmpty();
    }

    @Test
    void anAddressMayTryThirtyNames() {
        IntStream.range(0, 30)
                .forEach(name -> assertThat(attempts.spend("name" + name, HERE)).isEmpty());

        assertThat(attempts.spend("another", HERE)).isPresent();
        assertThat(attempts.spend("another", "192.0.2.2")).isEmpty();
    }

    @Test
    void whoWaitsAsLongAsToldMayTryAgain() {
        IntStream.range(0, 5).forEach(_ -> attempts.spend("ada", HERE));
        var wait = attempts.spend("ada", HERE).orElseThrow();

        now.updateAndGet(instant -> instant.plus(wait));

        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(attempts.spend("ada", HERE)).isEmpty();
        assertThat(attempts.spend("ada", HERE)).isPresent();
    }

    @Test
    void whoKnowsThePasswordMaySignInAsOftenAsTheyLike() {
        IntStream.range(0, 100).forEach(_ -> {
            assertThat(attempts.spend("ada", HERE)).isEmpty();
            attempts.giveBack("ada", HERE);
        });
    }

    @Test
    void signingInDoesNotForgiveTheAttemptsOfOthers() {
        IntStream.range(0, 4).forEach(_ -> attempts.spend("ada", "192.0.2.66"));
        attempts.spend("ada", HERE);
        attempts.giveBack("ada", HERE);

        attempts.spend("ada", "192.0.2.66");

        assertThat(attempts.spend("ada", "192.0.2.66")).isPresent();
    }

    @Test
    void longNamesAreOneNameWhereTheyStartAlike() {
        var start = "a".repeat(64);
        IntStream.range(0, 5).forEach(end -> attempts.spend(start + end, HERE));

        assertThat(attempts.spend(start, HERE)).isPresent();
    }
}

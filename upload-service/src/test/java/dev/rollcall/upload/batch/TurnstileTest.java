package dev.rollcall.upload.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final int PLACES = 3;
    private static final int CROWD = 30;

    private final Turnstile turnstile = new Turnstile(PLACES);
    private final CountDownLatch full = new CountDownLatch(PLACES);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void letsEverybodyPassAndNeverMoreThanThereArePlaces() {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < CROWD; i++) {
                crowd.execute(() -> turnstile.pass(this::pass));
            }
        }

        assertThat(passed).hasValue(CROWD);
        assertThat(most).hasValue(PLACES);
    }

    @Test
    void whoFailsLeavesItsPlace() {
        for (var i = 0; i <= PLACES; i++) {
            assertThatThrownBy(() -> turnstile.pass(() -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(turnstile.pass(() -> "passed")).isEqualTo("passed");
    }

    private int pass() {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        full.countDown();
        await().until(() -> full.getCount() == 0);
        inside.decrementAndGet();
        return passed.incrementAndGet();
    }
}

package dev.rollcall.access.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalPaceTest {
    private static final Duration SOME = Duration.ofMillis(400);

    private final RefusalPace pace = new RefusalPace();

    @Test
    void afterTwoHundredAtOnceTenMillisecondsPassBetweenTwo() {
        var begun = System.nanoTime();

        var kept = IntStream.range(0, 250).filter(_ -> pace.await()).count();

        assertThat(kept).isEqualTo(250);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(SOME);
    }

    @Test
    void onlySomeWait() {
        var begun = System.nanoTime();
        IntStream.range(0, 200).forEach(_ -> pace.await());

        var kept = atTheSameMoment(500);

        var dripped = (System.nanoTime() - begun) / Duration.ofMillis(10).toNanos();
        assertThat(kept).isBetween(64L, dripped + 2);
        assertThat(kept).isLessThan(500);
    }

    private long atTheSameMoment(int callers) {
        var start = new CountDownLatch(1);
        var kept = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < callers; caller++) {
                var _ = threads.submit(() -> {
                    start.await();
                    return pace.await() ? kept.incrementAndGet() : 0;
                });
            }
            start.countDown();
        }
        return kept.get();
    }
}

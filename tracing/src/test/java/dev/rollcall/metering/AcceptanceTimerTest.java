package dev.rollcall.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcceptanceTimerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AcceptanceTimer timer = AcceptanceTimer.of(meters, "latency", "lane", "small", NOW);

    @Test
    void timesWhatWasAcceptedBefore() {
        timer.record(NOW.minusSeconds(2));

        assertThat(timer.timer().totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void countsWhatKeepsTheObjective() {
        timer.record(NOW.minusSeconds(60));
        timer.record(NOW.minusSeconds(61));

        var buckets = meters.get("latency")
                .tag("lane", "small")
                .timer()
                .takeSnapshot()
                .histogramCounts();
        assertThat(buckets)
                .filteredOn(bucket -> bucket.bucket(TimeUnit.SECONDS) == 60)
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.count()).isEqualTo(1));
    }

    @Test
    void takesWhatIsAcceptedLaterAsAtOnce() {
        timer.record(Instant.MAX);

        assertThat(timer.timer().count()).isEqualTo(1);
        assertThat(timer.timer().totalTime(TimeUnit.SECONDS)).isZero();
    }

    @Test
    void takesAnyTimeOfLongAgo() {
        timer.record(Instant.MIN);

        assertThat(timer.timer().max(TimeUnit.DAYS)).isEqualTo(365);
    }
}

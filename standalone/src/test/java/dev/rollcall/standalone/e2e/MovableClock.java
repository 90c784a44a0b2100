package dev.rollcall.standalone.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The services' clock: it runs as the real one, and can be put forward.
final class MovableClock implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead.get());
    }

    void forward(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }
}

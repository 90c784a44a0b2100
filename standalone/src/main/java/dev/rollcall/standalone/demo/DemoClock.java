package dev.rollcall.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The services' clock in a demo: eight days late at first, so that a device can have been out of
/// use for a week, and right from then on.
public final class DemoClock implements InstantSource {
    private static final Duration LATE = Duration.ofDays(8);

    private final InstantSource real = InstantSource.system();
    private volatile Duration late = LATE;

    private DemoClock() {}

    public static DemoClock aWeekAgo() {
        return new DemoClock();
    }

    void jumpToThePresent() {
        late = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(late);
    }
}

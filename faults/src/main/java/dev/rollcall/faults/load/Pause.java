package dev.rollcall.faults.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A client's breath between two calls.
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}

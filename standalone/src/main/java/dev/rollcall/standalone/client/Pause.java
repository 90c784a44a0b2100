package dev.rollcall.standalone.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The time between two questions to the server.
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClientFailure("interrupted");
        }
        LockSupport.parkNanos(time.toNanos());
    }
}

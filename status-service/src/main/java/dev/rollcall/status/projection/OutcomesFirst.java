package dev.rollcall.status.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// When a request may be projected without its outcome: it is older than `delay`, and while outcomes are coming in,
/// its own may be among them, older than `patience`. A request whose time lies ahead of this machine's does not wait.
final class OutcomesFirst {
    private final long delay;
    private final long patience;
    private final LongSupplier millis;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile long lastOutcomes = Long.MIN_VALUE / 2;

    OutcomesFirst(Duration delay, Duration patience, LongSupplier millis) {
        this.delay = delay.toMillis();
        this.patience = patience.toMillis();
        this.millis = millis;
    }

    void outcomesCame() {
        lastOutcomes = millis.getAsLong();
    }

    /// Whether a request of this time, in milliseconds since 1970, is to wait.
    boolean holds(long timestamp) {
        var now = millis.getAsLong();
        var age = now - timestamp;
        return age >= 0 && age < (now - lastOutcomes < delay ? patience : delay);
    }

    /// Returns after some moments, at once when the service ends. The answer is whether waiting makes sense.
    boolean giveWay() {
        try {
            return !closing.await(delay / 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }
}

package dev.rollcall.standalone.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Looks again and again, but not for ever.
public record Patience(Duration limit) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// Whether the condition came true in time.
    public boolean until(BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Pause.of(BETWEEN_LOOKS);
        }
        return true;
    }
}

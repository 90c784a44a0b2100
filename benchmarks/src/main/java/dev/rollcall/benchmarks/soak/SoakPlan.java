package dev.rollcall.benchmarks.soak;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import java.time.Duration;
import java.util.List;

/// How long it lasts, and what is asked meanwhile: a small batch each second, a bulk batch each twenty.
public record SoakPlan(int minutes) {
    private static final int MOST_MINUTES = 24 * 60;
    private static final int SECONDS = 60;

    static final String SUPPLIER = "bench-oem";
    static final String TENANT = "bench-soak";
    static final int SMALL_ROWS = 10;
    static final int BULK_ROWS = 1_200;
    static final Duration BETWEEN_SMALL = Duration.ofSeconds(1);
    static final Duration BETWEEN_BULK = Duration.ofSeconds(20);
    static final Duration BETWEEN_READS = Duration.ofMillis(100);
    static final Duration BETWEEN_SIGHTINGS = Duration.ofSeconds(1);
    static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(15);

    public static final List<BenchClient> CLIENTS =
            List.of(BenchClient.ofSupplier(SUPPLIER), BenchClient.ofTenant(TENANT));

    public SoakPlan {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new BenchFailure("--minutes must be from 1 to " + MOST_MINUTES);
        }
    }

    Duration lasting() {
        return Duration.ofMinutes(minutes);
    }

    /// As many as are asked for in all, and in another minute: the last look may come that late.
    int smallDevices() {
        return seconds() * SMALL_ROWS;
    }

    int bulkDevices() {
        return seconds() / Math.toIntExact(BETWEEN_BULK.toSeconds()) * BULK_ROWS;
    }

    private int seconds() {
        return (minutes + 1) * SECONDS;
    }
}

package dev.rollcall.benchmarks.sightings;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.List;

/// How much is measured: of a fleet of so many devices each is seen once, and then again and again for so long.
public record SightingsPlan(int devices, int seconds) {
    private static final int LEAST_DEVICES = 1_000;
    private static final int MOST_DEVICES = 500_000;
    private static final int MOST_SECONDS = 600;

    static final String SUPPLIER = "bench-oem";
    static final String TENANT = "bench";

    public static final List<BenchClient> CLIENTS =
            List.of(BenchClient.ofSupplier(SUPPLIER), BenchClient.ofTenant(TENANT));

    public SightingsPlan {
        if (devices < LEAST_DEVICES || devices > MOST_DEVICES) {
            throw new BenchFailure("--devices must be from " + LEAST_DEVICES + " to " + MOST_DEVICES);
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new BenchFailure("--seconds must be from 1 to " + MOST_SECONDS);
        }
    }
}

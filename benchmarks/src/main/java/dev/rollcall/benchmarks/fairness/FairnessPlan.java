package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How much is measured, and who takes part. Every batch that is to be a big one has more than the 1,000 rows up to
/// which a batch is small.
public record FairnessPlan(int rows, int runs) {
    private static final int LEAST_ROWS = 10_000;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_RUNS = 10;
    private static final int CROWD = 10;
    private static final int PART = 5;

    static final String SUPPLIER = "bench-oem";
    static final String LONER = "bench-big";
    static final String SMALL = "bench-small";
    static final List<String> TENANTS = IntStream.rangeClosed(1, CROWD)
            .mapToObj(number -> "bench-" + number)
            .toList();

    public static final List<BenchClient> CLIENTS = Stream.concat(
                    Stream.of(BenchClient.ofSupplier(SUPPLIER)),
                    Stream.concat(Stream.of(LONER, SMALL), TENANTS.stream()).map(BenchClient::ofTenant))
            .toList();

    public FairnessPlan {
        if (rows < LEAST_ROWS || rows > MOST_ROWS) {
            throw new BenchFailure("--rows must be from " + LEAST_ROWS + " to " + MOST_ROWS);
        }
        if (runs < 1 || runs > MOST_RUNS) {
            throw new BenchFailure("--runs must be from 1 to " + MOST_RUNS);
        }
    }

    /// What is registered before anything is measured, so that no figure is that of a cold server.
    int warmUpRows() {
        return rows / PART;
    }

    /// Rows of one tenant among ten. The first has five times as many.
    int crowdRows(int tenant) {
        return tenant == 0 ? rows : rows / PART;
    }
}

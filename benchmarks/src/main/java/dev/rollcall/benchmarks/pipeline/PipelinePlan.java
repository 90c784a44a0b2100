package dev.rollcall.benchmarks.pipeline;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.List;

/// How much is measured: `runs` batches of `rows`, each after a run of the floor where that is wanted; then `batches`
/// more of them in a row; then `posts` of one device alone. The catalog has at least `catalog` entries before. `warmUp`
/// rows are registered before anything is measured, so that no figure is that of a cold server.
public record PipelinePlan(int rows, int warmUp, int runs, int batches, int catalog, int posts, boolean floor) {
    private static final int LEAST_ROWS = 1_250;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_TIMES = 20;

    static final String SUPPLIER = "bench-oem";
    static final String TENANT = "bench";
    static final String OTHER = "bench-other";

    public static final List<BenchClient> CLIENTS =
            List.of(BenchClient.ofSupplier(SUPPLIER), BenchClient.ofTenant(TENANT), BenchClient.ofTenant(OTHER));

    public PipelinePlan {
        require("--rows", rows, LEAST_ROWS, MOST_ROWS);
        require("--warm-up", warmUp, 0, MOST_ROWS);
        require("--runs", runs, 0, MOST_TIMES);
        require("--batches", batches, 0, MOST_TIMES);
        require("--catalog", catalog, 0, 20 * MOST_ROWS);
        require("--posts", posts, 0, MOST_ROWS);
    }

    /// Entries that no upload asks for.
    int shelf() {
        return Math.max(0, catalog - rows * (runs + batches + 1));
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BenchFailure(option + " must be from " + least + " to " + most);
        }
    }
}

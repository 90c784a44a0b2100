package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.Map;

/// `heap` is that of each service; so many `brokers` and registration `workers` are started. `environment` is for every
/// service, beyond what each needs.
public record ServicesPlan(String heap, int brokers, int workers, Map<String, String> environment) {
    private static final int LEAST_OF_A_CLUSTER = 3;

    public ServicesPlan {
        if (brokers != 1 && brokers < LEAST_OF_A_CLUSTER) {
            throw new BenchFailure("there is one broker, or there are at least three");
        }
        if (workers < 1) {
            throw new BenchFailure("there is at least one worker");
        }
    }

    boolean isCluster() {
        return brokers > 1;
    }
}

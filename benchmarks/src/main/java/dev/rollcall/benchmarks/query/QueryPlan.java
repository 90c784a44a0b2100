package dev.rollcall.benchmarks.query;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many devices there are, and how long each question is asked by how many callers, all of them for
/// `warmUp` seconds before.
public record QueryPlan(int devices, int all, int clients, int seconds, int warmUp) {
    static final String TENANT = "measured";
    private static final int MOST_OF_A_TENANT = 1_000_000;
    private static final int A_FEW = 5_000;

    public static final List<BenchClient> CLIENTS = List.of(BenchClient.ofTenant(TENANT));

    public QueryPlan {
        if (devices < 1 || all < devices) {
            throw new BenchFailure("--devices must be from 1 to --all");
        }
    }

    /// Whose devices they are: the measured tenant's, a small one's, and those of as few big ones as it takes.
    Map<String, Integer> devicesByTenant() {
        var tenants = new LinkedHashMap<String, Integer>();
        tenants.put(TENANT, devices);
        for (var rest = all - devices; rest > 0; ) {
            var part = Math.min(rest, tenants.size() == 1 ? A_FEW : MOST_OF_A_TENANT);
            tenants.put("other-" + tenants.size(), part);
            rest -= part;
        }
        return tenants;
    }
}

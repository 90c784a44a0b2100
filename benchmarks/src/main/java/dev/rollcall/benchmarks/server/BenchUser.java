package dev.rollcall.benchmarks.server;

import java.util.List;

/// Somebody who signs in for a measurement, as an operator would add them to `credentials.json`.
public record BenchUser(String username, String password, String tenant, List<String> scopes) {

    public static BenchUser adminOf(String tenant) {
        return new BenchUser(
                tenant + "-admin",
                BenchClient.secret(),
                tenant,
                List.of("devices:register", "devices:release", "devices:read", "partners:manage", "audit:read"));
    }

    @Override
    public String toString() {
        return "BenchUser[" + username + "]";
    }
}

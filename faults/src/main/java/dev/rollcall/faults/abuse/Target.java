package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.faults.cluster.Cluster;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/// What is attacked: where changes are asked for, where questions are, and whose tokens (by their tenants' names) the
/// attackers have.
public record Target(URI door, URI desk, UnaryOperator<String> tokens) {
    private static final List<String> SCOPES = List.of("devices:register", "devices:read", "devices:release");

    public static Target of(Cluster cluster) {
        var services = cluster.services();
        return new Target(
                services.doors().getFirst(),
                services.desks().getFirst(),
                tenant -> cluster.token(new BenchClient(tenant, "of no use here", tenant, null, SCOPES)));
    }

    /// Of one of so many tenants of attackers.
    String token(int number, int tenants) {
        return tokens.apply("attacker-" + number % tenants);
    }
}

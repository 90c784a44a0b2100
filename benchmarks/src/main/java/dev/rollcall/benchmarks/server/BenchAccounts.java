package dev.rollcall.benchmarks.server;

import java.util.List;

/// Who may call the server or sign in to it for a measurement.
public record BenchAccounts(List<BenchClient> clients, List<BenchUser> users) {
    public BenchAccounts {
        clients = List.copyOf(clients);
        users = List.copyOf(users);
    }
}

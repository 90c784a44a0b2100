package dev.rollcall.standalone.demo;

import dev.rollcall.standalone.client.ClientCredentialsTokens;
import dev.rollcall.standalone.client.RollcallApi;
import dev.rollcall.standalone.credentials.ClientAccount;
import dev.rollcall.standalone.server.StandaloneServer;
import java.util.HashMap;
import java.util.Map;

/// Everybody who takes part, each with a token of its own.
final class Parties {
    private final StandaloneServer server;
    private final Map<String, RollcallApi> apis = new HashMap<>();

    Parties(StandaloneServer server) {
        this.server = server;
    }

    RollcallApi api(String clientId) {
        return apis.computeIfAbsent(clientId, this::connect);
    }

    private RollcallApi connect(String clientId) {
        var secret = server.credentials()
                .client(clientId)
                .map(ClientAccount::clientSecret)
                .orElseThrow(() -> new IllegalStateException("no client " + clientId));
        var tokens = new ClientCredentialsTokens(server.addresses().tokenEndpoint(), clientId, secret);
        return new RollcallApi(server.addresses().api(), tokens);
    }
}

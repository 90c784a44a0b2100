package dev.rollcall.standalone.credentials;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What `credentials.json` says: where tokens are had, and by whom. There are no users yet who
/// could log in.
public record Credentials(URI tokenEndpoint, List<ClientAccount> clients, List<String> users) {
    public Credentials {
        clients = List.copyOf(clients);
        users = List.copyOf(users);
    }

    public Optional<ClientAccount> client(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst();
    }

    Credentials at(URI endpoint) {
        return new Credentials(endpoint, clients, users);
    }
}

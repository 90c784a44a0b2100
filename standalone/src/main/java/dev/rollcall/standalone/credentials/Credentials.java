package dev.rollcall.standalone.credentials;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What `credentials.json` says: where tokens are had, and by whom. `version` tells which of the
/// first accounts the file has been given already; what its owner took away since stays away.
public record Credentials(
        int version,
        URI tokenEndpoint,
        List<ClientAccount> clients,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<UserAccount> users) {
    public Credentials {
        clients = List.copyOf(clients);
        users = List.copyOf(users);
    }

    public Optional<ClientAccount> client(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst();
    }

    public Optional<UserAccount> user(String username) {
        return users.stream().filter(user -> user.username().equals(username)).findFirst();
    }

    Credentials at(URI endpoint) {
        return new Credentials(version, endpoint, clients, users);
    }
}

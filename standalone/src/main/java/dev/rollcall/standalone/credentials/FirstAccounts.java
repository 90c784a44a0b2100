package dev.rollcall.standalone.credentials;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The accounts of a first start: two organisations, a management system of one, a partner, a
/// supplier and support, and an admin who can sign in for each of the organisations and the
/// partner. An older file is given what came later, once.
final class FirstAccounts {
    /// 2: users, `partners:manage` and `audit:read`.
    private static final int VERSION = 2;

    private static final String MANAGE_PARTNERS = "partners:manage";
    private static final String READ_AUDIT = "audit:read";
    private static final List<String> TENANT = List.of(
            "devices:register", "devices:release", "devices:read", "activity:write", MANAGE_PARTNERS, READ_AUDIT);
    private static final List<String> TENANT_ADMIN =
            List.of("devices:register", "devices:release", "devices:read", MANAGE_PARTNERS, READ_AUDIT);
    private static final List<String> PARTNER = List.of("devices:register", "devices:read", MANAGE_PARTNERS);
    private static final Map<String, List<String>> ADDED_SCOPES = Map.of(
            "contoso", List.of(MANAGE_PARTNERS, READ_AUDIT),
            "fabrikam", List.of(MANAGE_PARTNERS, READ_AUDIT),
            "northwind", List.of(MANAGE_PARTNERS));

    private FirstAccounts() {}

    static Credentials create(URI tokenEndpoint) {
        var clients = List.of(
                new ClientAccount("contoso", Secrets.forMachine(), "contoso", null, null, TENANT),
                new ClientAccount("fabrikam", Secrets.forMachine(), "fabrikam", null, null, TENANT),
                new ClientAccount(
                        "contoso-mdm", Secrets.forMachine(), "contoso", null, null, List.of("activity:write")),
                new ClientAccount("northwind", Secrets.forMachine(), null, "northwind", null, PARTNER),
                new ClientAccount("oem", Secrets.forMachine(), null, null, "oem", List.of("catalog:write")),
                new ClientAccount("support", Secrets.forMachine(), null, null, null, List.of("support:read")));
        return new Credentials(VERSION, tokenEndpoint, clients, admins());
    }

    /// What a file of today's version says stays as it is.
    static Credentials upgrade(Credentials known) {
        if (known.version() >= VERSION) {
            return known;
        }
        var clients =
                known.clients().stream().map(FirstAccounts::withAddedScopes).toList();
        var missing = admins().stream().filter(admin -> isMissing(admin, known));
        var users = Stream.concat(known.users().stream(), missing).toList();
        return new Credentials(VERSION, known.tokenEndpoint(), clients, users);
    }

    private static ClientAccount withAddedScopes(ClientAccount client) {
        return isFirst(client) ? client.with(ADDED_SCOPES.getOrDefault(client.clientId(), List.of())) : client;
    }

    /// An organisation that is no longer in the file gets no admin.
    private static boolean isMissing(UserAccount admin, Credentials known) {
        return known.user(admin.username()).isEmpty()
                && known.clients().stream()
                        .anyMatch(client -> isFirst(client) && client.party().equals(admin.party()));
    }

    private static boolean isFirst(ClientAccount client) {
        return ADDED_SCOPES.containsKey(client.clientId()) && client.party().containsValue(client.clientId());
    }

    private static List<UserAccount> admins() {
        return List.of(
                new UserAccount("contoso-admin", Secrets.forPerson(), "contoso", null, null, TENANT_ADMIN),
                new UserAccount("fabrikam-admin", Secrets.forPerson(), "fabrikam", null, null, TENANT_ADMIN),
                new UserAccount("northwind-admin", Secrets.forPerson(), null, "northwind", null, PARTNER));
    }
}

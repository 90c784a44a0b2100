package dev.rollcall.standalone.credentials;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The accounts of a first start: two organisations, a management system of one, a partner, a
/// supplier and support, each with a secret of its own that nobody has seen before.
final class FirstAccounts {
    private static final int SECRET_BYTES = 32;
    private static final List<String> TENANT =
            List.of("devices:register", "devices:release", "devices:read", "activity:write");
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstAccounts() {}

    static Credentials create(URI tokenEndpoint) {
        var clients = List.of(
                new ClientAccount("contoso", secret(), "contoso", null, null, TENANT),
                new ClientAccount("fabrikam", secret(), "fabrikam", null, null, TENANT),
                new ClientAccount("contoso-mdm", secret(), "contoso", null, null, List.of("activity:write")),
                new ClientAccount(
                        "northwind", secret(), null, "northwind", null, List.of("devices:register", "devices:read")),
                new ClientAccount("oem", secret(), null, null, "oem", List.of("catalog:write")),
                new ClientAccount("support", secret(), null, null, null, List.of("support:read")));
        return new Credentials(tokenEndpoint, clients, List.of());
    }

    private static String secret() {
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}

package dev.rollcall.access.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.rollcall.things.TestIssuer;
import dev.rollcall.things.ThingsServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Access tokens of Keycloak with its Organizations, with the very properties of `docs/security.md`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIT {
    private final TestIssuer keycloak = TestIssuer.at("/realms/fleet");
    private final RSAKey key = keycloak.publishNewKey();
    private ThingsServer server;

    @BeforeAll
    void start() {
        server = ThingsServer.start(Map.of(
                "spring.config.import", "classpath:issuers/keycloak.yml",
                "KEYCLOAK", keycloak.origin(),
                "KEYCLOAK_REALM", "fleet"));
    }

    @AfterAll
    void stop() {
        server.close();
        keycloak.close();
    }

    @Test
    void takesATokenOfAMemberOfOneOrganization() {
        var answer = server.get("/v1/things", token(Map.of("organization", List.of("contoso"))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Tenant[id=contoso, subject=f1f1f1f1-0000");
    }

    @Test
    void takesTheOrganizationWithItsAttributesToo() {
        var organization = Map.of("contoso", Map.of("id", "42c3e46f-2477-44d7-a85b-d3b43f6b31fa"));

        assertThat(server.get("/v1/things", token(Map.of("organization", organization)))
                        .body())
                .contains("Tenant[id=contoso,");
    }

    @Test
    void takesATokenOfAHardcodedOrCustomClaim() {
        assertThat(server.get("/v1/things", token(Map.of("organization", "contoso")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void allowsNothingToAMemberOfTwoOrganizations() {
        assertThat(server.get("/v1/things", token(Map.of("organization", List.of("contoso", "fabrikam"))))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesNoTokenThatIsMeantForTheAccountConsoleOnly() {
        assertThat(server.get("/v1/things", token(Map.of("organization", List.of("contoso"), "aud", "account")))
                        .statusCode())
                .isEqualTo(401);
    }

    private String token(Map<String, Object> own) {
        var claims = new HashMap<String, Object>(Map.of(
                "exp",
                TestIssuer.inSeconds(300),
                "iat",
                TestIssuer.inSeconds(0),
                "jti",
                "onrtac:5d1c1b4c-1f6e-4f5a-8a39-7c3f6a4b9f10",
                "iss",
                keycloak.name(),
                "aud",
                List.of("rollcall", "account"),
                "sub",
                "f1f1f1f1-0000-4111-8222-333344445555",
                "typ",
                "Bearer",
                "azp",
                "portal",
                "realm_access",
                Map.of("roles", List.of("offline_access", "uma_authorization")),
                "scope",
                "openid devices:read email profile organization"));
        claims.putAll(own);
        return TestIssuer.token(key, claims);
    }
}

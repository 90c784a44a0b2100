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

/// Access tokens of Entra ID, claim by claim as its documentation has them ("Access token claims reference", version
/// 2.0), with the very properties of `docs/security.md`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntraIdIT {
    private static final String DIRECTORY = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    private static final String API = "00001111-aaaa-2222-bbbb-3333cccc4444";

    private final TestIssuer entra = TestIssuer.at("/" + DIRECTORY + "/v2.0");
    private final RSAKey key = entra.publishNewKey();
    private ThingsServer server;

    @BeforeAll
    void start() {
        server = ThingsServer.start(Map.of(
                "spring.config.import",
                "classpath:issuers/entra-id.yml",
                "ENTRA",
                entra.origin(),
                "ENTRA_TENANT",
                DIRECTORY,
                "ENTRA_API",
                API));
    }

    @AfterAll
    void stop() {
        server.close();
        entra.close();
    }

    @Test
    void takesATokenOfAUserWhoseDirectoryIsTheTenant() {
        var answer = server.get("/v1/things", token(Map.of("scp", "openid Devices.Read", "name", "Ada")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Tenant[id=" + DIRECTORY + ", subject=4d4d4d4d-0000");
    }

    @Test
    void takesATokenOfAnAppWhoseRolesAreAList() {
        var answer = server.get("/v1/things", token(Map.of("roles", List.of("Devices.Manage"), "idtyp", "app")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void allowsNothingForARoleThatTheMappingDoesNotName() {
        assertThat(server.get("/v1/things", token(Map.of("roles", List.of("devices:read", "Directory.Read.All"))))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesNobodyForAPartnerWhoPutsThatIntoTheTokenHimself() {
        var answer = server.get("/v1/things", token(Map.of("scp", "Devices.Read", "partner", "northwind")));

        assertThat(answer.body()).contains("Tenant[id=" + DIRECTORY);
    }

    @Test
    void takesNoTokenThatIsMeantForAnotherApi() {
        assertThat(server.get("/v1/things", token(Map.of("scp", "Devices.Read", "aud", "https://graph.microsoft.com")))
                        .statusCode())
                .isEqualTo(401);
    }

    /// All directories share the keys of Entra ID: only `iss` tells them apart.
    @Test
    void takesNoTokenOfAnotherDirectoryWithTheSameKeys() {
        var another = entra.name().replace(DIRECTORY, "99990000-0000-cccc-1111-dddd2222eeee");

        assertThat(server.get("/v1/things", token(Map.of("scp", "Devices.Read", "iss", another)))
                        .statusCode())
                .isEqualTo(401);
    }

    private String token(Map<String, Object> own) {
        var claims = new HashMap<String, Object>(Map.of(
                "aud",
                API,
                "iss",
                entra.name(),
                "iat",
                TestIssuer.inSeconds(-10),
                "nbf",
                TestIssuer.inSeconds(-10),
                "exp",
                TestIssuer.inSeconds(3600),
                "azp",
                "11112222-bbbb-3333-cccc-4444dddd5555",
                "oid",
                "4d4d4d4d-0000-4d4d-8d8d-4d4d4d4d4d4d",
                "sub",
                "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
                "tid",
                DIRECTORY,
                "ver",
                "2.0"));
        claims.putAll(own);
        return TestIssuer.token(key, claims);
    }
}

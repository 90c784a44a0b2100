package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A user signs in on the issuer's page, and the portal acts for them.
class SignInIT {
    private final Portal portal = new Portal();

    @Test
    void aUserSignsInAndThePortalReadsTheirDevices() {
        var toPage = portal.authorize();
        var page = portal.browser().follow(toPage);
        var back = portal.submit(page, "contoso-admin", Portal.password("contoso-admin"));
        var withCode = portal.browser().follow(back);
        var tokens = portal.tokens(Portal.code(withCode));

        assertThat(toPage.header("Location")).contains("/oauth2/login?");
        assertThat(withCode.header("Location")).startsWith(portal.redirectUri() + "?code=");
        assertThat(Portal.parameter(withCode, "state")).isEqualTo("a state & more");
        var devices = api(tokens.path("access_token").stringValue()).get("/v1/devices");
        assertThat(devices.status()).as(devices.body()).isEqualTo(200);
    }

    @Test
    void aTokenTellsWhoseItIsAndForWhomItIsMeant() {
        var tokens = portal.tokens(portal.signIn("contoso-admin"));

        var access = Portal.claims(tokens.path("access_token").stringValue());
        assertThat(access.path("sub").stringValue()).isEqualTo("contoso-admin");
        assertThat(access.path("tenant").stringValue()).isEqualTo("contoso");
        assertThat(access.path("aud").toString()).contains("rollcall").doesNotContain("portal");
        assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isEqualTo(600);
        var identity = Portal.claims(tokens.path("id_token").stringValue());
        assertThat(identity.path("aud").toString()).contains("portal").doesNotContain("rollcall");
        assertThat(identity.path("nonce").stringValue()).isEqualTo("once");
        assertThat(identity.path("tenant").stringValue()).isEqualTo("contoso");
        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void aTokenCarriesOnlyTheScopesThatItsUserHasAndThatWereAskedFor() {
        var tokens = portal.tokens(portal.signIn("northwind-admin", "scope", "openid devices:read devices:release"));

        var scopes = Portal.claims(tokens.path("access_token").stringValue()).path("scope");
        assertThat(scopes.stringValue()).isEqualTo("devices:read openid");
        assertThat(tokens.path("scope").stringValue().split(" ")).containsExactlyInAnyOrder("openid", "devices:read");
    }

    @Test
    void whoIsSignedInGetsAnotherTokenWithoutAQuestion() {
        portal.signIn("fabrikam-admin");

        var silent = portal.authorize("prompt", "none");

        assertThat(portal.tokens(Portal.code(silent)).has("access_token")).isTrue();
    }

    @Test
    void whoIsNotSignedInIsNotAskedWhereThePortalWantsNoQuestion() {
        var silent = portal.authorize("prompt", "none");

        assertThat(silent.header("Location")).startsWith(portal.redirectUri());
        assertThat(Portal.parameter(silent, "error")).isEqualTo("login_required");
    }

    @Test
    void signingOutEndsTheSession() {
        var tokens = portal.tokens(portal.signIn("fabrikam-admin"));

        var out = signOut(portal, tokens.path("id_token").stringValue());

        assertThat(out.header("Location")).isEqualTo(Rollcall.SERVER.addresses().api() + "/");
        assertThat(Portal.parameter(portal.authorize("prompt", "none"), "error"))
                .isEqualTo("login_required");
    }

    @Test
    void oneBrowserSignsOutAndTheOtherStaysSignedIn() {
        var other = new Portal();
        var token = portal.tokens(portal.signIn("fabrikam-admin")).path("id_token");
        other.tokens(other.signIn("fabrikam-admin"));

        var out = signOut(portal, token.stringValue());

        assertThat(out.status()).isEqualTo(302);
        assertThat(Portal.code(other.authorize("prompt", "none"))).isNotEmpty();
    }

    @Test
    void theOldestBrowserIsSignedOutWhereAUserHasTooMany() {
        portal.signIn("northwind-admin");
        IntStream.range(0, 5).forEach(_ -> new Portal().signIn("northwind-admin"));

        var again = portal.authorize();

        assertThat(again.header("Location")).contains("/oauth2/login?");
    }

    @Test
    void everyClientFindsWhatItNeedsInTheMetadata() {
        for (var path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            var metadata = portal.browser().get(path).json();
            var issuer = Rollcall.SERVER.addresses().api().toString();

            assertThat(metadata.path("issuer").stringValue()).isEqualTo(issuer);
            assertThat(metadata.path("authorization_endpoint").stringValue()).isEqualTo(issuer + "/oauth2/authorize");
            assertThat(metadata.path("code_challenge_methods_supported").toString())
                    .isEqualTo("[\"S256\"]");
            assertThat(metadata.path("scopes_supported").toString()).contains("devices:read", "openid");
            metadata.propertyStream()
                    .filter(property -> property.getKey().endsWith("_endpoint"))
                    .map(property -> property.getValue().stringValue())
                    .forEach(SignInIT::assertServed);
        }
    }

    private static void assertServed(String endpoint) {
        var answer = new Portal().browser().get(endpoint);
        assertThat(answer.status()).as(endpoint).isNotEqualTo(404);
    }

    private static Answer signOut(Portal portal, String idToken) {
        return portal.browser()
                .get("/oauth2/logout?id_token_hint=" + idToken + "&post_logout_redirect_uri="
                        + Rollcall.SERVER.addresses().api() + "/");
    }

    private static Http api(String token) {
        return new Http(Rollcall.SERVER.addresses().api(), token);
    }
}

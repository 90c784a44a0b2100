package dev.rollcall.access.chain;

import static dev.rollcall.access.Party.PARTNER;
import static dev.rollcall.access.Party.TENANT;
import static dev.rollcall.access.Scope.DEVICES_READ;
import static dev.rollcall.access.Scope.DEVICES_REGISTER;
import static dev.rollcall.access.Scope.SUPPORT_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.Rule;
import dev.rollcall.access.RuleTable;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

class RulesTest {
    private static final Rules RULES = new Rules(List.of(
            RuleTable.of(
                    Rule.on(HttpMethod.GET, "/v1/things/{id}").permits(TENANT, DEVICES_READ),
                    Rule.on(HttpMethod.GET, "/v1/things/summary").permits(TENANT, SUPPORT_READ)),
            RuleTable.of(
                    Rule.on(HttpMethod.GET, "/v1/batches")
                            .permits(TENANT, DEVICES_READ)
                            .permits(PARTNER, DEVICES_READ, DEVICES_REGISTER),
                    Rule.on(HttpMethod.POST, "/v1/batches"))));

    @Test
    void knowsTheCallsOfAllTablesAndNoOther() {
        assertThat(RULES.matches(call("GET", "/v1/things/7"))).isTrue();
        assertThat(RULES.matches(call("HEAD", "/v1/things/7"))).isTrue();
        assertThat(RULES.matches(call("POST", "/v1/batches"))).isTrue();
        assertThat(RULES.matches(call("HEAD", "/v1/things/7/parts"))).isFalse();
        assertThat(RULES.matches(call("DELETE", "/v1/batches"))).isFalse();
        assertThat(RULES.matches(call("GET", "/v1/batches/"))).isFalse();
    }

    @Test
    void allowsAnyOfTheAlternativesOfACall() {
        assertThat(allows("GET", "/v1/batches", token("tenant", "devices:read")))
                .isTrue();
        assertThat(allows("GET", "/v1/batches", token("partner", "other devices:register")))
                .isTrue();
        assertThat(allows("GET", "/v1/batches", token("tenant", "devices:register")))
                .isFalse();
        assertThat(allows("GET", "/v1/batches", token("supplier", "devices:read devices:register")))
                .isFalse();
    }

    @Test
    void looksForTheRuleAgainWhereARequestGoesOnAsAnother() {
        var request = call("GET", "/v1/things/7");
        assertThat(RULES.matches(request)).isTrue();

        request.setRequestURI("/error");
        request.setServletPath("/error");
        ServletRequestPathUtils.clearParsedRequestPath(request);

        assertThat(RULES.matches(request)).isFalse();
    }

    @Test
    void asksTheRuleOfTheMostSpecificPath() {
        assertThat(allows("GET", "/v1/things/summary", token("tenant", "devices:read")))
                .isFalse();
        assertThat(allows("HEAD", "/v1/things/summary", token("tenant", "support:read")))
                .isTrue();
        assertThat(allows("GET", "/v1/things/7", token("tenant", "devices:read")))
                .isTrue();
    }

    @Test
    void allowsNobodyWhereTheRuleNamesNobody() {
        assertThat(allows("POST", "/v1/batches", token("tenant", "devices:register devices:read")))
                .isFalse();
    }

    @Test
    void allowsNobodyWithoutAToken() {
        assertThat(allows("GET", "/v1/batches", new TestingAuthenticationToken("ada", "secret", "SCOPE_devices:read")))
                .isFalse();
    }

    private static boolean allows(String method, String path, Authentication caller) {
        var context = new RequestAuthorizationContext(call(method, path));
        return Objects.requireNonNull(RULES.authorize(() -> caller, context)).isGranted();
    }

    private static MockHttpServletRequest call(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static Authentication token(String party, String scope) {
        return new JwtAuthenticationToken(Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("ada")
                .claim(party, "somebody")
                .claim("scope", scope)
                .build());
    }
}

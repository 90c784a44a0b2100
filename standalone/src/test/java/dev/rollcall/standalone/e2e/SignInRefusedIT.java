package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not lead to a token.
class SignInRefusedIT {
    private static final String USER = "contoso-admin";

    private final Portal portal = new Portal();

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() {
        var code = portal.signIn(USER);

        var answer = portal.redeem(code, new Portal().verifier());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeWorksOnce() {
        var code = portal.signIn(USER);
        portal.tokens(code);

        var again = portal.redeem(code, portal.verifier());

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void ofManyWhoRedeemACodeAtOnceOneGetsAToken() throws InterruptedException {
        for (var round = 0; round < 5; round++) {
            var portal = new Portal();
            var code = portal.signIn(USER);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(IntStream.range(0, 8)
                        .<Callable<Integer>>mapToObj(_ ->
                                () -> portal.redeem(code, portal.verifier()).status())
                        .toList());

                assertThat(answers.stream().filter(answer -> answer.resultNow() == 200))
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/signed-in",
                "http://127.0.0.1:9/signed-in",
                "http://localhost:9/signed-in",
                "{origin}/elsewhere",
                "{origin}/signed-in?more",
                "{origin}.evil.example/signed-in",
                ""
            })
    void aCodeIsSentToThePortalOnly(String redirectUri) {
        portal.signIn(USER);

        var answer = portal.authorize("redirect_uri", redirectUri.replace("{origin}", origin()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("Content-Type")).contains("problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge, '', invalid_request",
        "scope, openid support:write, invalid_scope",
        "scope, openid support:read, invalid_scope"
    })
    void aRequestThatIsLessThanSafeIsRefused(String parameter, String value, String error) {
        var answer = portal.authorize(parameter, value);

        assertThat(answer.header("Location")).startsWith(portal.redirectUri());
        assertThat(Portal.parameter(answer, "error")).isEqualTo(error);
    }

    @Test
    void aFormThatIsNotOursSignsNobodyIn() {
        var page = portal.browser().follow(portal.authorize());
        var form = new HashMap<>(Portal.hiddenFields(page));
        form.remove("_csrf");
        form.putAll(Map.of("username", USER, "password", Portal.password(USER)));

        var answer = portal.browser().post("/oauth2/login", form);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("too old");
        assertThat(portal.authorize().header("Location")).contains("/oauth2/login");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        var page = portal.browser().follow(portal.authorize());

        var wrong = portal.submit(page, "fabrikam-admin", "wrong");
        var unknown = portal.submit(page, "nobody-at-all-", "wrong");

        assertThat(wrong.status()).isEqualTo(403).isEqualTo(unknown.status());
        assertThat(wrong.body()).contains("is not right");
        assertThat(sameForAll(wrong, "fabrikam-admin")).isEqualTo(sameForAll(unknown, "nobody-at-all-"));
    }

    @Test
    void whoGuessesHasToWaitWhetherThereIsSuchAUserOrNot() {
        var page = portal.browser().follow(portal.authorize());
        var name = "guessed-" + UUID.randomUUID();
        IntStream.range(0, 5).forEach(_ -> portal.submit(page, name, "wrong"));

        var answer = portal.submit(page, name, "wrong");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.body()).contains("Too many attempts", "<form");
    }

    @Test
    void aTokenGetsNobodyACode() {
        var token = portal.tokens(portal.signIn(USER)).path("access_token").stringValue();

        var answer = new Browser(Rollcall.SERVER.addresses().api())
                .get(
                        "/oauth2/authorize?" + Browser.encode(new Portal().question()),
                        "Authorization",
                        "Bearer " + token);

        assertThat(answer.header("Location")).doesNotContain("code=");
    }

    @Test
    void theApiDoesNotKnowTheSession() {
        portal.signIn(USER);
        var cookies = portal.browser().cookies();

        var answer = portal.browser().get("/v1/devices", "Cookie", "rollcall-session=" + session(portal));

        assertThat(cookies).allSatisfy(cookie -> assertThat(cookie.getPath()).isEqualTo("/oauth2"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionIsAnotherAfterEverySignIn() {
        portal.signIn(USER);
        var first = session(portal);
        var page = portal.browser().get("/oauth2/login");

        var answer = portal.submit(page, USER, Portal.password(USER));

        assertThat(session(portal)).isNotEqualTo(first);
        assertThat(answer.headers().toString())
                .contains("rollcall-session=" + session(portal) + "; Path=/oauth2; HttpOnly; SameSite=Lax");
    }

    @Test
    void whoHasNotSignedInHasNoSession() {
        var page = portal.browser().follow(portal.authorize());
        portal.submit(page, "nobody-at-all", "wrong");

        assertThat(portal.browser().cookies()).extracting("name").containsExactly("rollcall-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "x\r\nSet-Cookie: a=b", "/../elsewhere"})
    void aFormLeadsNowhereElse(String question) {
        var page = portal.browser().follow(portal.authorize());
        var form = new HashMap<>(Portal.hiddenFields(page));
        form.putAll(Map.of("username", USER, "password", Portal.password(USER), "question", question));

        var answer = portal.browser().post("/oauth2/login", form);

        assertThat(answer.header("Location")).matches("(http://localhost:\\d+)?/(oauth2/authorize\\?.*)?");
        assertThat(answer.headers().toString()).doesNotContain("a=b");
    }

    private static String session(Portal portal) {
        return portal.browser().cookies().stream()
                .filter(cookie -> cookie.getName().equals("rollcall-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String sameForAll(Answer page, String username) {
        return page.body().replace(username, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String origin() {
        return Rollcall.SERVER.addresses().api().toString();
    }
}

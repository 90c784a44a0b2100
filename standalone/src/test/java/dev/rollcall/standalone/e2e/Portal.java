package dev.rollcall.standalone.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the portal does for its user: asks for a code, has the user sign in, and redeems it.
final class Portal {
    static final String SCOPES = "openid devices:read devices:register devices:release audit:read";
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final String origin = Rollcall.SERVER.addresses().api().toString();
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final Browser browser = new Browser(Rollcall.SERVER.addresses().api());

    Browser browser() {
        return browser;
    }

    String verifier() {
        return verifier;
    }

    String redirectUri() {
        return origin + "/signed-in";
    }

    /// The authorization request, with some parameters changed.
    Answer authorize(String... changes) {
        return browser.get("/oauth2/authorize?" + Browser.encode(question(changes)));
    }

    Map<String, String> question(String... changes) {
        var parameters = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "portal",
                "redirect_uri", redirectUri(),
                "scope", SCOPES,
                "state", "a state & more",
                "nonce", "once",
                "code_challenge", challenge(verifier),
                "code_challenge_method", "S256"));
        for (var i = 0; i < changes.length; i += 2) {
            parameters.put(changes[i], changes[i + 1]);
        }
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /// Fills in the form of the page.
    Answer submit(Answer page, String username, String password) {
        var form = new LinkedHashMap<>(hiddenFields(page));
        form.put("username", username);
        form.put("password", password);
        return browser.post("/oauth2/login", form);
    }

    /// All the way to the code.
    String signIn(String username, String... changes) {
        var page = browser.follow(authorize(changes));
        return code(browser.follow(submit(page, username, password(username))));
    }

    Answer redeem(String code, String verifier) {
        return browser.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "portal",
                        "redirect_uri",
                        redirectUri(),
                        "code",
                        code,
                        "code_verifier",
                        verifier));
    }

    JsonNode tokens(String code) {
        var answer = redeem(code, verifier);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    static Map<String, String> hiddenFields(Answer page) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(page.body())
                .results()
                .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    static String password(String username) {
        return Rollcall.SERVER.credentials().user(username).orElseThrow().password();
    }

    static String code(Answer redirect) {
        return parameter(redirect, "code");
    }

    static String parameter(Answer redirect, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(redirect.header("Location"));
        assertThat(found.find()).as("%s in %s", name, redirect.headers()).isTrue();
        return URLDecoder.decode(found.group(1), UTF_8);
    }

    static JsonNode claims(String jwt) {
        var claims = jwt.substring(jwt.indexOf('.') + 1, jwt.lastIndexOf('.'));
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(claims));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The page on which users sign in, as a browser sees it.
class LoginPageIT {
    private final Browser browser = new Browser(Rollcall.SERVER.addresses().api());

    @Test
    void aBrowserMayShowItsStyleAndSendItsFormAndNothingElse() {
        var page = browser.get("/oauth2/login");

        var port = Rollcall.SERVER.addresses().port();
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:%d".formatted(port)
                                + " http://localhost:%d; base-uri 'none'; frame-ancestors 'none'".formatted(port));
        assertThat(page.body()).doesNotContain("<script", "<style", "style=", " on", "javascript:");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void itsStyleIsServed() {
        var style = browser.get("/oauth2/login.css");

        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type")).startsWith("text/css");
        assertThat(style.body()).contains("prefers-color-scheme: dark");
    }

    @Test
    void itSpeaksEnglishAndDutch() {
        var dutch = browser.get("/oauth2/login", "Accept-Language", "nl-BE,nl;q=0.9,en;q=0.5");
        var german = browser.get("/oauth2/login", "Accept-Language", "de");

        assertThat(dutch.body()).contains("<html lang=\"nl\">", "Wachtwoord", "Aanmelden");
        assertThat(dutch.header("Content-Language")).isEqualTo("nl");
        assertThat(german.body()).contains("<html lang=\"en\">", "Password", "Sign in");
    }

    @Test
    void everyFieldHasALabelAndAnErrorIsToldToTheReaderOfTheScreen() {
        var portal = new Portal();
        var page = portal.browser().get("/oauth2/login");

        var wrong = portal.submit(page, "nobody", "wrong");

        for (var field : new String[] {"username", "password"}) {
            assertThat(page.body()).contains("<label for=\"" + field + "\">", "id=\"" + field + "\"");
        }
        assertThat(wrong.body())
                .contains("<title>Error: Sign in", "id=\"notice\" role=\"alert\"", "aria-describedby=\"notice\"");
    }

    @Test
    void whatWasTypedComesBackAsTextOnly() {
        var portal = new Portal();
        var page = portal.browser().get("/oauth2/login");

        var wrong = portal.submit(page, "\"><script>alert(1)</script>", "<b>secret</b>");

        assertThat(wrong.body()).doesNotContain("<script>", "secret").contains("&lt;script&gt;");
    }

    @Test
    void whatIsNotServedBesideItIsNotThere() {
        for (var path : new String[] {"/oauth2/introspect", "/oauth2/revoke", "/userinfo", "/login", "/logout"}) {
            assertThat(browser.post(path, Map.of("token", "x")).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}

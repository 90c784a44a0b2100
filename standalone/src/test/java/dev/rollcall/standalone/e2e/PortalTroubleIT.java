package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebDriverException;

/// What a user of the portal is told when something is missing, over or away, and that nothing is lost by it.
class PortalTroubleIT {
    private static final String AN_HOUR_LATER = """
            const now = Date.now;
            Date.now = () => now() + 3_600_000;
            window.isTheSamePage = true;""";

    private static final String LOSES_THE_ANSWER_TO_THE_FIRST_UPLOAD = """
            const { setRequestHeader, send } = XMLHttpRequest.prototype;
            let isLost = false;
            XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
              this.isUpload ||= name === 'Idempotency-Key';
              setRequestHeader.call(this, name, value);
            };
            XMLHttpRequest.prototype.send = function (body) {
              if (this.isUpload && !isLost) {
                isLost = true;
                this.onload = this.onerror;
              }
              send.call(this, body);
            };""";

    private static final String NEVER_SENDS_AN_UPLOAD = """
            const { send, abort } = XMLHttpRequest.prototype;
            XMLHttpRequest.prototype.send = function () {};
            XMLHttpRequest.prototype.abort = function () {
              XMLHttpRequest.prototype.send = send;
              window.isEnded = true;
              abort.call(this);
            };""";

    private static final String REMEMBERS_WHAT_IS_ASKED = """
            const { fetch, setTimeout, clearTimeout } = window;
            window.asked = [];
            window.waiting = new Set();
            window.fetch = (path, options) => {
              asked.push(path);
              return fetch(path, options);
            };
            window.setTimeout = (act, millis) => {
              const id = setTimeout(() => {
                waiting.delete(id);
                act();
              }, millis);
              if (millis === 3000) {
                waiting.add(id);
              }
              return id;
            };
            window.clearTimeout = (id) => {
              waiting.delete(id);
              clearTimeout(id);
            };""";

    /// Keeps what the streams of events say, and after which event each was asked for. An emulated loss of the network
    /// leaves open streams alone, so `cut` ends them as a browser does whose connection breaks.
    private static final String STREAMS_HEARD = """
            const ask = window.fetch;
            window.heard = '';
            window.resumedAfter = [];
            window.fetch = async (path, options) => {
              if (!String(path).endsWith('/events')) {
                return ask(path, options);
              }
              window.resumedAfter.push(options.headers['Last-Event-ID'] ?? '');
              const answer = await ask(path, options);
              const listening = new TransformStream({
                start(on) {
                  window.cut = () => on.error(new TypeError('network error'));
                },
                transform(bytes, on) {
                  window.heard += new TextDecoder().decode(bytes);
                  on.enqueue(bytes);
                },
              });
              return new Response(answer.body.pipeThrough(listening), answer);
            };""";

    @RegisterExtension
    private final InBrowser in = new InBrowser();

    @Test
    void aTokenIsRenewedUnseen() {
        var browser = in.contoso();
        browser.sees(".legend", "Active");
        browser.script(AN_HOUR_LATER);

        browser.follow("Batches");

        browser.sees("h1", "Batches");
        browser.element(".table, .empty");
        assertThat(browser.script("return window.isTheSamePage")).isEqualTo(true);
        assertThat(browser.texts("dialog, .notice")).isEmpty();
    }

    @Test
    void anEndedSessionIsToldAndTheFilesOfThePageAreNotLost() {
        var file = in.file("devices.csv", TestDevice.script(TestDevice.listed()));
        var browser = in.contoso();
        browser.press("+ Register devices");
        browser.type("dialog input[type=file]", file);
        browser.sees("dialog .notice", "1 row found");
        browser.script(AN_HOUR_LATER);
        browser.forgetCookies();

        browser.press("Register devices");
        browser.sees("dialog h2", "Your session has ended");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.press("Sign in again");
        browser.signInWindow("contoso-admin");

        browser.sees("dialog [role=status]", "All rows are decided. 1 of 1");
        assertThat(browser.script("return window.isTheSamePage")).isEqualTo(true);
    }

    @Test
    void whoDoesNotSignInAgainKeepsThePageAndCanTryLater() {
        var browser = in.contoso();
        browser.script(AN_HOUR_LATER);
        browser.forgetCookies();

        browser.press("Refresh");
        browser.press("Cancel");

        browser.sees(".notice", "Your session has ended.");
        browser.press("Try again");
        browser.press("Sign in again");
        browser.signInWindow("contoso-admin");
        browser.sees(".legend", "Active");
    }

    @Test
    void whoDoesNotSignInAgainIsNotAskedByAPageThatAsksByItself() {
        var file = in.file("devices.csv", TestDevice.script(TestDevice.listed()));
        var browser = in.contoso();
        try (var _ = Rollcall.withoutRegistration()) {
            sends(browser, file);
            browser.press("Close");
            browser.follow("Batches");
            browser.sees("tbody", "Processing");
            browser.script(REMEMBERS_WHAT_IS_ASKED);
            browser.script(AN_HOUR_LATER);
            browser.forgetCookies();

            browser.sees("dialog h2", "Your session has ended");
            browser.press("Cancel");

            browser.sees(".notice", "Your session has ended.");
            assertThat(browser.script("return waiting.size")).isEqualTo(0L);
        }
    }

    @Test
    void aSignInThatFailsIsToldAndCanBeTriedAgain() {
        var browser = in.contoso();
        browser.isKeptFrom("/oauth2/token");

        browser.open("/batches");

        browser.sees("h1", "Signing in did not work");
        browser.sees("main", "Rollcall does not answer.");
        browser.isKeptFrom("/nothing");
        browser.press("Sign in again");
        browser.sees("h1", "Batches");
    }

    @Test
    void aPageThatTheBrowserHasKeptSignsInAnew() {
        var browser = in.contoso();
        browser.script("window.isTheSamePage = true");

        browser.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

        await().ignoreExceptionsInstanceOf(WebDriverException.class)
                .untilAsserted(() -> assertThat(browser.script("return window.isTheSamePage"))
                        .isNull());
        browser.sees("h1", "Devices");
    }

    @Test
    void anUploadWhoseAnswerWasLostRegistersNothingTwice() {
        var device = TestDevice.listed();
        var file = in.file("devices.csv", TestDevice.script(device));
        var browser = in.contoso();
        browser.script(LOSES_THE_ANSWER_TO_THE_FIRST_UPLOAD);

        sends(browser, file);
        browser.sees("dialog .notice", "Rollcall does not answer.");
        browser.press("Try again");
        browser.sees("dialog .notice", "1 row found");
        browser.press("Register devices");

        browser.sees("dialog [role=status]", "All rows are decided. 1 of 1");
        assertThat(browser.texts("dialog .outcomes .bad dd")).containsExactly("0");
        var id = CONTOSO.deviceId(device.serialNumber());
        assertThat(CONTOSO.http().get("/v1/devices/" + id).json().path("history"))
                .hasSize(1);
    }

    @Test
    void whatIsCancelledOnItsWayIsNotSent() {
        var file = in.file("devices.csv", TestDevice.script(TestDevice.fresh()));
        var browser = in.contoso();
        browser.press("+ Register devices");
        browser.type("dialog input[type=file]", file);
        browser.sees("dialog .notice", "1 row found");
        browser.script(NEVER_SENDS_AN_UPLOAD);

        browser.press("Register devices");
        browser.sees("dialog [role=status]", "Uploading");
        browser.press("Cancel");

        await().untilAsserted(() ->
                assertThat(browser.script("return window.isEnded")).isEqualTo(true));
        browser.press("+ Register devices");
        browser.type("dialog input[type=file]", file);
        browser.sees("dialog .notice", "1 row found");
    }

    @Test
    void aPageThatWasLeftAsksNothingMore() {
        var device = TestDevice.listed();
        var file = in.file("devices.csv", TestDevice.script(device));
        var browser = in.contoso();

        try (var _ = Rollcall.withoutRegistration()) {
            sends(browser, file);
            browser.sees("dialog [role=status]", "0 of 1");
            browser.press("Close");
            browser.press("+ Register devices");
            browser.press("Cancel");
            browser.follow("Batches");
            browser.sees("tbody", "Processing");
            browser.script(REMEMBERS_WHAT_IS_ASKED);
            browser.press("+ Register devices");
            browser.press("Cancel");
            browser.follow("Partners");
            browser.sees("h1", "Partners");
            assertThat(browser.script("return waiting.size")).isEqualTo(0L);
            browser.script("asked.length = 0");
        }
        CONTOSO.awaitState(device.serialNumber(), "ReadyForUser");
        browser.follow("Devices");
        browser.sees(".total", "device");

        assertThat((List<?>) browser.script("return asked")).hasSize(1);
    }

    @Test
    void whatIsTooMuchIsToldInTheUsersWords() {
        var few = in.file("few.csv", TestDevice.script(TestDevice.fresh()));
        var many = in.file("many.csv", TestDevice.script(TestDevice.fresh(6)));
        var browser = in.signedIn("wingtip-admin");

        browser.sees(".empty", "No devices yet");
        assertThat(browser.button("Export errors").isEnabled()).isFalse();
        browser.press("+ Register devices");
        browser.type("dialog input[type=file]", many);
        browser.sees("dialog .notice", "This is more than one upload may hold.");
        browser.type("dialog input[type=file]", few);
        browser.sees("dialog .notice", "1 row found");
        browser.type("dialog input[type=file]", many);
        browser.sees("dialog .notice", "This is more than one upload may hold.");
        browser.type("dialog input[type=file]", few);

        browser.sees("dialog .notice", "Too many calls from your organization. Try again in ");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.photograph(InBrowser.SCREENSHOTS.resolve("too-many-calls.png"));
    }

    @Test
    void whileRollcallIsAwayThePageSaysSoAndGoesOnWhenItIsBack() {
        var browser = in.contoso();
        browser.sees(".legend", "Active");
        browser.isOffline(true);

        browser.press("Refresh");
        browser.sees(".notice", "Rollcall does not answer.");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.isOffline(false);
        browser.press("Try again");

        browser.sees(".total", "device");
    }

    @Test
    void aBatchIsFollowedAcrossABreakOfItsStream() {
        var file = in.file("devices.csv", TestDevice.script(TestDevice.listed(2)));
        var browser = in.contoso();
        browser.script(STREAMS_HEARD);

        try (var _ = Rollcall.withoutRegistration()) {
            browser.press("+ Register devices");
            browser.type("dialog input[type=file]", file);
            browser.sees("dialog .notice", "2 rows found");
            browser.press("Register devices");
            await().untilAsserted(() ->
                    assertThat((String) browser.script("return window.heard")).contains("id:"));
            browser.isOffline(true);
            browser.script("cut()");
        }
        browser.isOffline(false);

        browser.sees("dialog [role=status]", "All rows are decided. 2 of 2");
        var resumedAfter = (String) browser.script("return window.resumedAfter.at(-1)");
        assertThat(resumedAfter).isNotEmpty();
        assertThat((String) browser.script("return window.heard")).contains("id:" + resumedAfter);
    }

    @Test
    void whoHasNoDevicesIsToldSo() {
        var browser = in.signedIn("oem-admin");

        browser.sees("h1", "Nothing to show for this account");
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void anotherOrganizationsDeviceIsNotThere() {
        var device = TestDevice.listed();
        CONTOSO.register(TestDevice.script(device));
        var browser = in.signedIn("fabrikam-admin");

        browser.open("/devices/" + CONTOSO.deviceId(device.serialNumber()));

        browser.sees(".notice", "This is not there (any more).");
    }

    private static void sends(Chromium browser, String file) {
        browser.press("+ Register devices");
        browser.type("dialog input[type=file]", file);
        browser.sees("dialog .notice", "1 row found");
        browser.press("Register devices");
    }
}

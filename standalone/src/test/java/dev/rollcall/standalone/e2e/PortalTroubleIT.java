package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a user of the portal is told when something is missing, over or away, and that nothing is lost by it.
class PortalTroubleIT {
    private static final String AN_HOUR_LATER = """
            const now = Date.now;
            Date.now = () => now() + 3_600_000;
            window.isTheSamePage = true;""";

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

        try (var _ = Rollcall.withoutRegistration()) {
            browser.press("+ Register devices");
            browser.type("dialog input[type=file]", file);
            browser.sees("dialog .notice", "2 rows found");
            browser.press("Register devices");
            browser.sees("dialog [role=status]", "0 of 2");
            browser.isOffline(true);
        }
        browser.isOffline(false);

        browser.sees("dialog [role=status]", "All rows are decided. 2 of 2");
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
}

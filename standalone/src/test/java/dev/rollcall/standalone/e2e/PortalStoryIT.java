package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CLOCK;
import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.MANAGEMENT;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// "Register new devices yourself" as the user of the portal lives it, from a file of PowerShell's to devices that are
/// in use and one that lies idle, in each language.
class PortalStoryIT {
    @RegisterExtension
    private final InBrowser in = new InBrowser();

    private final List<TestDevice> listed = TestDevice.listed(2);
    private final TestDevice missing = TestDevice.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void registersMendsDeliversAndWatches(String language) {
        var browser = in.signedIn("contoso-admin", language);
        browser.sees("h1", browser.words("devices.title"));

        registersAFileFromPowerShell(browser);
        var failedRows = readsTheErrorAndTakesTheFailedRows(browser);
        registersTheFailedRowsAgain(browser, failedRows);
        confirmsTheDelivery(browser);
        seesItActiveAndAfterAWeekInactive(browser);
    }

    private void registersAFileFromPowerShell(Chromium browser) {
        var script = TestDevice.script(List.of(listed.get(0), listed.get(1), missing));
        var file = in.file("from-powershell.csv", ("\uFEFF" + script).getBytes(UTF_16LE));

        browser.press("+ " + browser.words("devices.register"));
        browser.type("dialog input[type=file]", file);
        browser.sees("dialog .notice", browser.words("register.found", "3", "1"));
        browser.photograph(InBrowser.SCREENSHOTS.resolve("register.png"));
        browser.press(browser.words("register.submit"));
        browser.sees("dialog [role=status]", browser.words("register.done"));
        browser.sees("dialog .outcomes", browser.words("outcomes.DeviceNotFound"));
    }

    private String readsTheErrorAndTakesTheFailedRows(Chromium browser) {
        browser.press(browser.words("register.downloadFailed"));
        var failedRows = in.downloaded("failed-rows.csv").toString();
        browser.press(browser.words("close"));
        browser.click(".filters label:nth-of-type(2) input");
        browser.type("input[type=search]", missing.serialNumber());
        browser.sees(".total", browser.words("devices.count", "1"));
        browser.click("tbody a");
        browser.sees(".notice dl", browser.words("device.requestId"));
        browser.sees(
                ".notice code",
                CONTOSO.device(missing.serialNumber()).path("requestId").asString());
        browser.photograph(InBrowser.SCREENSHOTS.resolve("device.png"));
        return failedRows;
    }

    private void registersTheFailedRowsAgain(Chromium browser, String failedRows) {
        Rollcall.SUPPLIER.listInCatalog(TestDevice.catalog(List.of(missing)));

        browser.follow(browser.words("nav.devices"));
        browser.press("+ " + browser.words("devices.register"));
        browser.type("dialog input[type=file]", failedRows);
        browser.sees("dialog .notice", browser.words("register.found", "1", "1"));
        browser.press(browser.words("register.submit"));
        browser.sees("dialog [role=status]", browser.words("register.done"));
        browser.press(browser.words("close"));
        browser.type("input[type=search]", missing.serialNumber());
        browser.sees("tbody .state", browser.words("states.ReadyForUser"));
    }

    private void confirmsTheDelivery(Chromium browser) {
        browser.click("tbody a");
        browser.click(".steps li:nth-child(1) button");
        browser.sees(".steps .done", "contoso-admin");
        browser.click(".steps li:nth-child(3) button");
        browser.sees(".steps .done:nth-child(3)", browser.words("device.steps.delivered"));
    }

    private void seesItActiveAndAfterAWeekInactive(Chromium browser) {
        browser.open("/devices?q=" + missing.serialNumber());
        browser.sees("tbody .state", browser.words("states.ReadyForUser"));
        MANAGEMENT.http().post("/v1/device-activity", "application/json", seen(missing));
        CONTOSO.awaitState(missing.serialNumber(), "Active");
        browser.press(browser.words("devices.refresh"));
        browser.sees("tbody .state", browser.words("states.Active"));
        CLOCK.forward(Duration.ofDays(7).plusSeconds(1));
        browser.press(browser.words("devices.refresh"));
        browser.sees("tbody .state", browser.words("states.Inactive"));
    }

    private static byte[] seen(TestDevice device) {
        return """
                {"events": [{"manufacturer": "%s", "model": "%s", "serialNumber": "%s", "user": "ann@contoso.example",
                    "seenAt": "%s"}]}
                """.formatted(device.manufacturer(), device.model(), device.serialNumber(), CLOCK.instant())
                .getBytes(UTF_8);
    }
}

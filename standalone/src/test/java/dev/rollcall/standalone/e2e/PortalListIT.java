package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The list of devices: found, turned over, selected, exported, and up to date by itself.
class PortalListIT {
    private static final String HEADER =
            "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\r\n";

    @RegisterExtension
    private final InBrowser in = new InBrowser();

    @Test
    void pagesLeadOnAndBackAndASelectionSpansThem() {
        var user = someone();
        CONTOSO.register(csv(TestDevice.listed(103), "", user));
        var browser = in.contoso();
        browser.open("/devices?q=" + user);
        browser.sees(".total", "103 devices");

        browser.click("thead input[type=checkbox]");
        browser.press("Next page");
        browser.sees(".pages", "Page 2");
        await().untilAsserted(() -> assertThat(browser.texts("tbody tr")).hasSize(3));
        browser.click("thead input[type=checkbox]");
        browser.sees(".selected", "103 selected");
        browser.press("Previous page");
        browser.sees(".pages", "Page 1");
        await().untilAsserted(() -> assertThat(browser.texts("tbody tr")).hasSize(100));
        browser.choose(".toolbar select", "delivered");
        assertThat(browser.texts(".notice")).as("a choice alone does nothing").isEmpty();
        browser.press("Confirm");

        browser.sees(".notice", "Confirmed for 103 devices.");
        assertThat(browser.texts(".selected")).isEmpty();
    }

    @Test
    void theAddressHoldsWhatIsShown() {
        var user = someone();
        CONTOSO.register(csv(TestDevice.listed(2), "", user));
        var browser = in.contoso();

        browser.type("input[type=search]", user + " ");
        browser.sees(".total", "2 devices");
        browser.press("Model");
        browser.press("Model");
        browser.sees("th[aria-sort=descending]", "Model");
        browser.click(".filters label:nth-of-type(3) input");
        browser.sees(".total", "2 devices");
        var address = browser.address();
        browser.open(address);

        browser.sees(".total", "2 devices");
        assertThat(address).contains("q=" + user.replace("@", "%40"), "sort=-model", "state=ReadyForUser");
        assertThat(browser.element("input[type=search]").getDomProperty("value"))
                .as("who types on goes on after the space")
                .isEqualTo(user + " ");
        browser.sees("th[aria-sort=descending]", "Model");
        browser.click(".filters label:nth-of-type(3) input");
        browser.click(".filters label:nth-of-type(4) input");
        browser.sees(".empty", "No device matches");
        browser.press("Clear search and filters");
        browser.sees("tbody td", "");
    }

    @Test
    void anExportIsSafeInASpreadsheetAndCanBePostedAgain() throws IOException {
        var user = someone();
        CONTOSO.register(csv(TestDevice.listed(2), "=1+1", user));
        var browser = in.contoso();
        browser.open("/devices?q=" + user);
        browser.sees(".total", "2 devices");

        browser.press("Export all");

        var file = Files.readString(in.downloaded("devices.csv"));
        assertThat(file).startsWith("\uFEFF").contains("'=1+1").doesNotContain(",=1+1");
        var again = CONTOSO.http().post("/v1/batches?dryRun=true", "text/csv", file.getBytes(UTF_8));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("rowCount").asInt()).isEqualTo(2);
    }

    @Test
    void theErrorsOfASearchAreExportedAlone() throws IOException {
        var user = someone();
        var missing = TestDevice.fresh();
        var listed = TestDevice.listed();
        CONTOSO.register(csv(List.of(listed, missing), "", user));
        var browser = in.contoso();
        browser.open("/devices?q=" + user);
        browser.sees(".total", "2 devices");

        browser.press("Export errors");

        assertThat(Files.readString(in.downloaded("errors.csv")))
                .contains(missing.serialNumber())
                .doesNotContain(listed.serialNumber());
    }

    @Test
    void newDevicesAreThereAtOnceAndChangeWithoutAReload() {
        var device = TestDevice.listed();
        var file = in.file("devices.csv", TestDevice.script(device));
        var browser = in.contoso();
        browser.script("window.isTheSamePage = true");
        browser.type("input[type=search]", device.serialNumber());
        browser.sees(".empty", "No device matches");

        try (var _ = Rollcall.withoutRegistration()) {
            browser.press("+ Register devices");
            browser.type("dialog input[type=file]", file);
            browser.sees("dialog .notice", "1 row found");
            browser.press("Register devices");
            browser.sees("dialog [role=status]", "Registering");
            browser.press("Close");
            browser.sees("tbody .state", "AutopilotRegistrationRequested");
        }

        browser.sees("tbody .state", "Ready for user");
        assertThat(browser.script("return window.isTheSamePage")).isEqualTo(true);
    }

    @Test
    void droppedFilesAreTakenTogether() {
        var browser = in.contoso();
        browser.press("+ Register devices");
        browser.element("dialog .drop");

        browser.script("""
                const dropped = new DataTransfer();
                dropped.items.add(new File([arguments[0]], 'one.csv'));
                dropped.items.add(new File([arguments[1]], 'two.csv'));
                document.querySelector('dialog .drop').dispatchEvent(
                  new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));""", TestDevice.script(TestDevice.fresh()), TestDevice.script(TestDevice.fresh(2)));

        browser.sees("dialog .notice", "3 rows found in 2 files.");
    }

    @Test
    void whoeverClosesTheFlyInIsWhereItWasOpened() {
        var browser = in.contoso();

        for (var button : List.of("Cancel", "✕")) {
            browser.press("+ Register devices");
            browser.element("dialog[open]");
            browser.press(button);

            await().untilAsserted(() -> assertThat(browser.texts("dialog")).isEmpty());
            assertThat(browser.script("return document.activeElement.textContent.trim()"))
                    .as(button)
                    .isEqualTo("+ Register devices");
        }
    }

    @Test
    void aStepOfDevicesThatAreNotRegisteredIsRefusedInTheUsersWords() {
        var user = someone();
        CONTOSO.register(csv(TestDevice.fresh(2), "", user));
        var browser = in.contoso();
        browser.open("/devices?q=" + user);
        browser.sees(".total", "2 devices");

        browser.click("thead input[type=checkbox]");
        browser.choose(".toolbar select", "delivered");
        browser.press("Confirm");

        browser.sees(".notice", "2 can’t be confirmed: a registration is pending, or they are not registered.");
    }

    @Test
    void picturesOfPagesThatWereLeftAreNotKept() {
        var browser = in.contoso();
        for (var visits = 0; visits < 2; visits++) {
            browser.sees(".legend", "Active");
            await().untilAsserted(() -> assertThat(pictures(browser)).isEqualTo(2L));
            browser.follow("Batches");
            browser.sees("h1", "Batches");
            assertThat(pictures(browser)).isEqualTo(0L);
            browser.follow("Devices");
        }
    }

    @Test
    void theKeyboardIsEnough() {
        var device = TestDevice.listed();
        var file = in.file("devices.csv", TestDevice.script(device));
        var browser = in.contoso();
        browser.open("/devices?q=" + device.serialNumber());

        browser.tabTo("+ Register devices");
        browser.keys("\n");
        browser.element("dialog[open]");
        browser.tabTo("input[type=file]");
        browser.type("dialog input[type=file]:focus", file);
        browser.sees("dialog .notice", "1 row found");
        browser.tabTo("Register devices");
        browser.keys("\n");
        browser.sees("dialog [role=status]", "All rows are decided.");
        browser.keys(Chromium.ESCAPE);

        await().untilAsserted(() -> assertThat(browser.texts("dialog")).isEmpty());
        assertThat(browser.script("return document.activeElement.textContent.trim()"))
                .isEqualTo("+ Register devices");
        browser.tabTo("Select " + device.serialNumber());
        browser.keys(" ");
        browser.sees(".selected", "1 selected");
    }

    private static @Nullable Object pictures(Chromium browser) {
        return browser.script("return Object.keys(globalThis.Chart?.instances ?? {}).length");
    }

    private static String someone() {
        return "user-" + UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";
    }

    private static String csv(List<TestDevice> devices, String groupTag, String user) {
        return devices.stream()
                .map(device -> "%s,,%s,%s,%s\r\n".formatted(device.serialNumber(), device.hash(), groupTag, user))
                .collect(Collectors.joining("", HEADER, ""));
    }
}

package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each page of the portal does and how it looks, in a real browser.
class PortalIT {
    @RegisterExtension
    private final InBrowser in = new InBrowser();

    @Test
    void aFileThatCanNotBeReadIsToldWithItsLineAndNothingIsSent() throws IOException {
        var file = in.file("other.csv", "Colour,Size\nred,3\n");
        var browser = in.contoso();

        browser.press("+ Register devices");
        browser.type("dialog input[type=file]", file);

        browser.sees("dialog tbody td", "other.csv");
        assertThat(browser.element("dialog .actions .primary").isEnabled()).isFalse();
    }

    @Test
    void aFailedDeviceShowsItsErrorAndItsRequest() {
        var missing = TestDevice.fresh();
        CONTOSO.register(TestDevice.script(missing));
        var request = CONTOSO.device(missing.serialNumber()).path("requestId").asString();
        var browser = in.contoso();

        browser.open("/devices?state=RegistrationFailed&q=" + missing.serialNumber());
        browser.click("tbody a");

        browser.sees(".notice", "We couldn't register this device because we could not find a match");
        browser.sees(".notice code", request);
        browser.click(".notice button.small");
        browser.sees(".notice [role=status]", "Copied");
        browser.photograph(InBrowser.SCREENSHOTS.resolve("device.png"));
    }

    @Test
    void selectedDevicesAreReleasedAfterAQuestion() {
        var device = TestDevice.listed();
        CONTOSO.register(TestDevice.script(device));
        var browser = in.contoso();
        browser.open("/devices?q=" + device.serialNumber());

        browser.click("tbody input[type=checkbox]");
        browser.press("Release");
        browser.click("dialog[open] button.primary");

        browser.sees(".notice", "1 device is being released.");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(CONTOSO.http()
                                .get("/v1/devices?q=" + device.serialNumber())
                                .items())
                        .isEmpty());
    }

    @Test
    void aDeliveryIsConfirmedStepByStep() {
        var device = TestDevice.listed();
        CONTOSO.register(TestDevice.script(device));
        var browser = in.contoso();
        browser.open("/devices/" + CONTOSO.deviceId(device.serialNumber()));

        browser.click("button[aria-label='Confirm: Image checked']");
        browser.sees(".steps .done", "contoso-admin");
        browser.click("button[aria-label='Confirm: Delivered']");

        browser.sees(".steps .done", "Delivered");
        assertThat(browser.texts(".steps .done")).hasSize(2);
    }

    @Test
    void theWayBackLeadsToTheOutcomeThatWasChosenBefore() {
        var batch = CONTOSO.register(TestDevice.script(TestDevice.fresh()));
        var browser = in.contoso();
        browser.open("/batches/" + batch);
        browser.sees("tbody", "Device not found");

        browser.choose("main select", "Registered");
        await().untilAsserted(() -> assertThat(browser.texts("tbody tr")).isEmpty());
        browser.script("history.back()");

        browser.sees("tbody", "Device not found");
        assertThat(browser.element("main select").getDomProperty("value")).isEmpty();
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = in.contoso();

        browser.press("Sign out");

        browser.element("input[name=password]");
        assertThat(browser.script("return location.pathname")).asString().startsWith("/oauth2/");
    }

    @Test
    void theCheckOfPagesFindsAPictureWithoutAName() {
        var browser = in.contoso();

        browser.script("document.querySelector('h1').append(document.createElement('img'))");

        assertThat(browser.accessibilityProblems()).asString().contains("image-alt");
    }

    /// The pages as they are for a desk in English and for a phone in Dutch.
    @ParameterizedTest
    @CsvSource({"light, en, 1300", "dark, en, 1300", "light, nl, 500", "dark, nl, 500"})
    void everyPageIsThereForEverybody(String theme, String language, int width) {
        var device = TestDevice.fresh();
        var batch = CONTOSO.register(TestDevice.script(device));
        var browser = in.contoso();
        browser.choose("header select:last-of-type", theme);
        browser.choose("header select", language);
        browser.resize(width, 900);

        var pages = List.of(
                "/devices",
                "/devices?register=yes",
                "/devices?q=nothing-like-this",
                "/devices/" + CONTOSO.deviceId(device.serialNumber()),
                "/batches",
                "/batches/" + batch,
                "/partners");
        for (var page : pages) {
            browser.open(page);
            browser.sees("h1", "");
            await().untilAsserted(() -> assertThat(browser.texts(".loading")).isEmpty());
            assertThat(browser.script("return document.documentElement.dataset.theme"))
                    .isEqualTo(theme);
            assertThat(browser.accessibilityProblems()).as(page).isEmpty();
            assertThat(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s is no wider than the window", page)
                    .isEqualTo(true);
            browser.photograph(InBrowser.SCREENSHOTS.resolve(theme + "-" + language
                    + page.replaceAll("[0-9a-f-]{36}", "one").replaceAll("\\W", "-") + ".png"));
        }
    }

    @Test
    void theLanguagesSayTheSameThings() {
        var browser = in.contoso();

        var differences = browser.script("""
                const shape = (texts) => Object.entries(texts).flatMap(([name, value]) =>
                  typeof value === 'object' ? shape(value).map((each) => `${name}.${each}`) : [`${name}: ${typeof value}`]);
                return Promise.all([import('/portal/texts/en.js'), import('/portal/texts/nl.js')])
                  .then(([{ en }, { nl }]) => [shape(en), shape(nl)])
                  .then(([one, other]) => [...one.filter((each) => !other.includes(each)), ...other.filter((each) => !one.includes(each))]);""");

        assertThat((List<?>) differences).isEmpty();
    }

    @Test
    void everyModuleIsAskedForAtOnce() {
        var browser = in.contoso();
        browser.open("/devices");
        browser.sees("h1", "Devices");

        var late = browser.script("""
                const early = [...document.querySelectorAll('link[rel=modulepreload], script')].map((each) => each.href || each.src);
                return performance.getEntriesByType('resource').map((each) => each.name)
                  .filter((each) => each.endsWith('.js') && !each.includes('chart') && !early.includes(each));""");

        assertThat((List<?>) late).isEmpty();
    }

    @Test
    void nothingLeavesTheOriginAndNoTokenIsKept() {
        var browser = in.contoso();
        browser.sees(".legend", "Active");

        var origin = Rollcall.SERVER.addresses().api().toString();
        assertThat((List<?>) browser.script(
                        "return performance.getEntriesByType('resource').map((each) => new URL(each.name).origin)"))
                .isNotEmpty()
                .allMatch(origin::equals);
        assertThat(browser.script("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
                .asString()
                .doesNotContain("eyJ");
        var policy = CONTOSO.http().get("/devices").header("Content-Security-Policy");
        assertThat(policy).contains("script-src 'self';").doesNotContain("unsafe");
    }

    /// As narrow as an emulated screen can be; a window stops at 500.
    @Test
    void fitsAPhone() {
        var browser = in.contoso();

        browser.isAPhone(360, 800);
        browser.open("/devices");

        browser.sees("h1", "Devices");
        browser.element("label.narrow select");
        assertThat(browser.script("return window.innerWidth")).isEqualTo(360L);
        assertThat(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.photograph(InBrowser.SCREENSHOTS.resolve("phone.png"));
    }
}

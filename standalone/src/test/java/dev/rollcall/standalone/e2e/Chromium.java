package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.standalone.monitoring.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.interactions.Actions;

/// A real browser with the portal in it, and what its user sees and does. Whatever is looked for may still be coming.
final class Chromium implements AutoCloseable {
    private static final String BROWSER = "chromium";
    private static final String DRIVER = "chromedriver";

    static final CharSequence ESCAPE = Keys.ESCAPE;

    private static final int MOST_TABS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String AXE = axe();

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static boolean isInstalled() {
        return Tool.named(BROWSER).isPresent() && Tool.named(DRIVER).isPresent();
    }

    static Chromium start(Path downloads, String language) {
        var options = new ChromeOptions();
        options.setBinary(Tool.named(BROWSER).orElseThrow().path().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--window-size=1300,900",
                "--lang=" + language);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "intl.accept_languages",
                        language,
                        "download.default_directory",
                        downloads.toAbsolutePath().toString()));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Tool.named(DRIVER).orElseThrow().path().toFile())
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    void signIn(String username) {
        open("/");
        fillIn(username);
        sees("h1", "");
    }

    private void fillIn(String username) {
        type("input[name=username]", username);
        type("input[name=password]", Portal.password(username));
        click("button[type=submit]");
    }

    void open(String path) {
        driver.get(Rollcall.SERVER.addresses().api() + path);
    }

    /// The path and query of what is shown.
    String address() {
        return (String) Objects.requireNonNull(script("return location.pathname + location.search"));
    }

    void type(String css, String text) {
        element(css).sendKeys(text);
    }

    /// To whoever has the focus.
    void keys(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /// On by the tabulator until the focus is on that button, box or element.
    void tabTo(String name) {
        for (var presses = 0; presses < MOST_TABS; presses++) {
            keys(Keys.TAB);
            var isThere = script("""
                    const at = document.activeElement;
                    const isSelector = arguments[0].includes('[');
                    return isSelector ? at.matches(arguments[0])
                      : [at.textContent.trim(), at.getAttribute('aria-label')].includes(arguments[0]);""", name);
            if (Boolean.TRUE.equals(isThere)) {
                return;
            }
        }
        throw new AssertionError("the tabulator does not lead to " + name);
    }

    void click(String css) {
        patiently(() -> driver.findElement(By.cssSelector(css)).click());
    }

    /// The button of that name, as a screen reader would find it too.
    void press(String name) {
        patiently(() -> button(name).click());
    }

    WebElement button(String name) {
        return driver.findElements(By.cssSelector("button")).stream()
                .filter(button ->
                        button.isDisplayed() && button.getText().strip().equals(name))
                .findFirst()
                .orElseThrow(() -> new WebDriverException("no button " + name));
    }

    /// The link of that name.
    void follow(String name) {
        patiently(() -> driver.findElement(By.linkText(name)).click());
    }

    void choose(String css, String value) {
        script("""
                const select = document.querySelector(arguments[0]);
                select.value = arguments[1];
                select.dispatchEvent(new Event('change', { bubbles: true }));""", css, value);
    }

    void sees(String css, String text) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .untilAsserted(() -> assertThat(texts(css)).as(css).anyMatch(found -> found.contains(text)));
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    WebElement element(String css) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> driver.findElement(By.cssSelector(css)), Objects::nonNull);
    }

    void isOffline(boolean isOffline) {
        driver.setNetworkConditions(new ChromiumNetworkConditions().setOffline(isOffline));
    }

    /// Whatever is asked of an address with that in it gets no answer.
    void isKeptFrom(String address) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*" + address + "*")));
    }

    /// With them every session of the issuer.
    void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /// In the window that has opened beside the page; it closes by itself.
    void signInWindow(String username) {
        var page = driver.getWindowHandle();
        await().atMost(PATIENCE).until(() -> driver.getWindowHandles().size() == 2);
        driver.getWindowHandles().stream()
                .filter(window -> !window.equals(page))
                .forEach(window -> {
                    driver.switchTo().window(window);
                    fillIn(username);
                });
        driver.switchTo().window(page);
        await().atMost(PATIENCE).until(() -> driver.getWindowHandles().size() == 1);
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    void isAPhone(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
    }

    @Nullable
    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    /// What the portal says there in the language of its user: `register.submit`, or `register.found` of "3" and "1".
    String words(String name, String... arguments) {
        return (String) Objects.requireNonNull(script("""
                const [name, given] = arguments;
                return import('/portal/language.js').then(({ t }) => {
                  const words = name.split('.').reduce((texts, each) => texts[each], t());
                  return typeof words === 'function' ? words(...given) : words;
                });""", name, List.of(arguments)));
    }

    /// What axe-core has against the page as it is: the rule and where.
    List<?> accessibilityProblems() {
        script(AXE);
        return (List<?>) Objects.requireNonNull(driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(
                  (result) => done(result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} ${node.html}`))),
                  (failure) => done([String(failure)]));"""));
    }

    void photograph(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static void patiently(Runnable act) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    act.run();
                    return true;
                });
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// A real browser with the portal in it, and what its user sees and does. Whatever is looked for may still be coming.
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String AXE = axe();

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Empty where browser or driver are not installed.
    static Optional<Chromium> start(Path downloads, String language) {
        return Tool.named("chromium")
                .flatMap(browser ->
                        Tool.named("chromedriver").map(driver -> start(browser, driver, downloads, language)));
    }

    private static Chromium start(Tool browser, Tool driver, Path downloads, String language) {
        var options = new ChromeOptions();
        options.setBinary(browser.path().toFile());
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
                .usingDriverExecutable(driver.path().toFile())
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    void signIn(String username) {
        open("/");
        type("input[name=username]", username);
        type("input[name=password]", Portal.password(username));
        click("button[type=submit]");
        sees("h1", "");
    }

    void open(String path) {
        driver.get(Rollcall.SERVER.addresses().api() + path);
    }

    void type(String css, String text) {
        element(css).sendKeys(text);
    }

    void click(String css) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    driver.findElement(By.cssSelector(css)).click();
                    return true;
                });
    }

    /// The button of that name, as a screen reader would find it too.
    void press(String name) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    driver.findElements(By.cssSelector("dialog[open] button, button")).stream()
                            .filter(button -> button.isDisplayed()
                                    && button.getText().strip().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new WebDriverException("no button " + name))
                            .click();
                    return true;
                });
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

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    @Nullable
    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
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

    private static String axe() {
        try (var script = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

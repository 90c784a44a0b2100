package dev.rollcall.benchmarks.portal;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// A browser without a screen, and what its user does with mouse and keyboard.
public final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Fails where browser or driver are not installed.
    public static Chromium start() {
        SELENIUM.setLevel(Level.SEVERE);
        var options = new ChromeOptions();
        options.setBinary(onPath("chromium").toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1300,900", "--lang=en");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver").toFile())
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE).implicitlyWait(PATIENCE);
        return new Chromium(driver);
    }

    String version() {
        return driver.getCapabilities().getBrowserName() + " "
                + driver.getCapabilities().getBrowserVersion();
    }

    /// In every page that is opened from now on, before its own scripts.
    void inject(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void forgetFiles() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    void open(String address) {
        driver.get(address);
    }

    WebElement find(By place) {
        return driver.findElement(place);
    }

    /// What the script returns.
    @Nullable
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /// What the script's promise comes to.
    Map<?, ?> await(String promise) {
        var told = driver.executeAsyncScript("const done = arguments[arguments.length - 1]; " + promise
                + ".then(done, (failure) => done({ failure: String(failure) }));");
        return (Map<?, ?>) Objects.requireNonNull(told);
    }

    /// Whether the page is there, and has not left for another meanwhile.
    boolean is(String condition) {
        try {
            return Boolean.TRUE.equals(run("return " + condition));
        } catch (WebDriverException _) {
            return false;
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Path onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new BenchFailure(program
                        + " is not on the PATH: the portal is measured in a browser (Debian has it in the packages"
                        + " chromium and chromium-driver)"));
    }
}

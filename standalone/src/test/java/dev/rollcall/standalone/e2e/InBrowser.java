package dev.rollcall.standalone.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A browser of its own for each test, and a folder for what its user uploads and downloads. Where none is installed
/// the tests are skipped and say so.
final class InBrowser implements BeforeEachCallback, AfterEachCallback {
    static final Path SCREENSHOTS = Path.of("target/screenshots");

    private Optional<Chromium> started = Optional.empty();
    private Path directory = Path.of("");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory(Path.of("target"), "browser-").toAbsolutePath();
        assumeTrue(
                Chromium.isInstalled(),
                "chromium and chromedriver are not on the PATH: the portal is not checked here (Debian has them in the"
                        + " packages chromium and chromium-driver)");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException()
                .ifPresent(_ -> started.ifPresent(browser -> browser.photograph(SCREENSHOTS.resolve(
                        "failed-" + context.getRequiredTestMethod().getName() + ".png"))));
        started.ifPresent(Chromium::close);
    }

    /// The page that a user comes to first, in English.
    Chromium signedIn(String username) {
        return signedIn(username, "en");
    }

    /// In the language that the user's browser prefers.
    Chromium signedIn(String username, String language) {
        var browser = started.orElseGet(() -> Chromium.start(directory, language));
        started = Optional.of(browser);
        browser.signIn(username);
        return browser;
    }

    Chromium contoso() {
        var browser = signedIn("contoso-admin");
        browser.sees("h1", "Devices");
        return browser;
    }

    /// A file on the user's disk.
    String file(String name, byte[] content) {
        try {
            return Files.write(directory.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Once it is there as a whole.
    Path downloaded(String name) {
        return await().atMost(Duration.ofMinutes(1)).until(() -> directory.resolve(name), Files::isRegularFile);
    }
}

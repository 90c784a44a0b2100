package dev.rollcall.benchmarks.portal;

import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.BenchUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;

/// The portal in a browser, with a stopwatch in its page. What it tells was measured there: how long the
/// driver takes to press a key or to look is not in it.
final class Portal {
    private static final Watch WATCH = new Watch(Duration.ofMillis(50), Duration.ofMinutes(1));

    private final Chromium browser;
    private final URI address;

    Portal(Chromium browser, URI address) {
        this.browser = browser;
        this.address = address;
        browser.inject(script());
    }

    /// On the issuer's page, where the portal sends whoever is not known.
    void signIn(BenchUser user) {
        browser.open(address + "/");
        browser.find(By.name("username")).sendKeys(user.username());
        browser.find(By.name("password")).sendKeys(user.password());
        browser.find(By.cssSelector("button[type=submit]")).click();
        awaitView();
    }

    /// Opens the list by its address, as somebody who has signed in before.
    FirstView open(boolean isCold) {
        if (isCold) {
            browser.forgetFiles();
        }
        browser.open(address + "/devices");
        return awaitView();
    }

    /// Does something, and tells how long its user waited.
    Timing time(Step step) {
        try {
            browser.run("stopwatch.expect(arguments[0])", step.awaited().inScript());
            step.act().accept(this);
            var told = told("stopwatch.result()");
            return new Timing(number(told.get("millis")), number(told.get("apiMillis")), calls(told));
        } catch (WebDriverException e) {
            throw new BenchFailure("the portal does not do «" + step.name() + "»: " + e.getRawMessage(), e);
        }
    }

    /// The browser's own way back.
    void goBack() {
        browser.run("stopwatch.begin(); history.back();");
    }

    void click(By place) {
        browser.find(place).click();
    }

    /// In the place of what stood there.
    void type(By place, CharSequence... keys) {
        browser.find(place).sendKeys(keys);
    }

    private FirstView awaitView() {
        WATCH.until("the list", () -> browser.is("document.querySelector('.list tbody a') !== null"));
        var told = told("stopwatch.firstView()");
        var milestones = new LinkedHashMap<String, Double>();
        for (var milestone : list(told, "milestones")) {
            if (milestone instanceof List<?> pair && pair.get(1) instanceof Number millis) {
                milestones.put(String.valueOf(pair.getFirst()), millis.doubleValue());
            }
        }
        return new FirstView(milestones, calls(told));
    }

    private Map<?, ?> told(String promise) {
        var told = browser.await(promise);
        if (told.containsKey("failure")) {
            throw new BenchFailure("the portal can't be timed: " + told.get("failure"));
        }
        return told;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static List<String> calls(Map<?, ?> told) {
        return list(told, "calls").stream().map(String::valueOf).toList();
    }

    private static List<?> list(Map<?, ?> told, String name) {
        return (List<?>) Objects.requireNonNull(told.get(name));
    }

    private static String script() {
        try (var script = Objects.requireNonNull(Portal.class.getResourceAsStream("stopwatch.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

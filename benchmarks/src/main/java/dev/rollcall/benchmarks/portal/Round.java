package dev.rollcall.benchmarks.portal;

import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// Everything a user does with the list, once, from the page as it opens to the page as it opens. What is searched,
/// filtered and opened differs from round to round.
final class Round {
    /// How long the portal waits for another key.
    static final double TYPING_MILLIS = 250;

    private static final List<String> COLUMNS =
            List.of("Assigned user", "Serial number", "Model", "Status", "Group", "Last seen", "Age");
    private static final List<String> STATES =
            List.of("Active", "Inactive", "Ready for user", "Registration failed", "AutopilotRegistrationRequested");
    private static final List<String> COMMON = List.of("latitude", "surface", "elitebook");
    private static final int ROWS = 100;
    private static final int STRIDE = 7_919;
    private static final By SEARCH = By.cssSelector("input[type=search]");
    private static final By EVERY_ROW = By.cssSelector("thead input[type=checkbox]");

    private Round() {}

    static List<Step> of(int number, int devices) {
        var others = Stream.of(
                button("Next page", "next page"),
                button("Previous page", "previous page"),
                search("search, common", COMMON.get(number % COMMON.size())),
                search("search, rare", rare(number, devices)),
                search("search cleared", Keys.DELETE),
                filter("filter by state", STATES.get(number % STATES.size())),
                filter("filter taken back", STATES.get(number % STATES.size())),
                new Step("all selected", Awaited.SELECTION, portal -> portal.click(EVERY_ROW)),
                new Step("none selected", Awaited.NO_SELECTION, portal -> portal.click(EVERY_ROW)),
                button("Refresh", "refresh"),
                device("device opened", number * STRIDE % ROWS),
                new Step("back to the list", Awaited.LIST, Portal::goBack));
        return Stream.concat(others, COLUMNS.stream().flatMap(Round::sorts)).toList();
    }

    /// One serial number ends so, or a few.
    static String rare(int number, int devices) {
        var least = devices / 10;
        return "-" + (least + (long) number * STRIDE % (devices - least));
    }

    private static Step button(String label, String name) {
        return new Step(name, Awaited.LIST, portal -> portal.click(labelled("button", label)));
    }

    private static Step search(String name, CharSequence text) {
        return new Step(
                name, Awaited.LIST, TYPING_MILLIS, portal -> portal.type(SEARCH, Keys.chord(Keys.CONTROL, "a"), text));
    }

    private static Step filter(String name, String state) {
        return new Step(
                name,
                Awaited.LIST,
                portal -> portal.click(
                        By.xpath("//fieldset//label[starts-with(normalize-space(), '" + state + "')]/input")));
    }

    private static Step device(String name, int row) {
        return new Step(
                name,
                Awaited.DEVICE,
                portal -> portal.click(By.cssSelector("tbody tr:nth-child(" + (row + 1) + ") a")));
    }

    private static Stream<Step> sorts(String column) {
        var heading = labelled("th/button", column);
        return Stream.of(" ↑", " ↓")
                .map(way -> new Step("sort: " + column + way, Awaited.LIST, portal -> portal.click(heading)));
    }

    private static By labelled(String element, String label) {
        return By.xpath("//" + element + "[normalize-space() = '" + label + "']");
    }
}

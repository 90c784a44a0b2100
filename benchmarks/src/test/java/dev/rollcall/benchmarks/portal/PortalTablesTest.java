package dev.rollcall.benchmarks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.portal.PortalFigures.Interaction;
import dev.rollcall.benchmarks.report.Machine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTablesTest {
    private static final Step SEARCH = new Step("search, rare", Awaited.LIST, 250, _ -> {});
    private static final Step REFRESH = new Step("refresh", Awaited.LIST, _ -> {});
    private static final FirstView FAST = view(400, 900);
    private static final FirstView SLOW = view(400, 1_100);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aSearchIsHeldAgainstTheTargetWithoutThePauseForAnotherKey() {
        var search = Interaction.of(SEARCH, List.of(timing(500), timing(549)));

        assertThat(search.millis().worst()).isEqualTo(299);
        assertThat(printed(search)).containsPattern("search, rare +2 +250 +299 +299 +299 +< 300: met");
    }

    @Test
    void fiveOfAHundredMayBeSlow() {
        var five = Interaction.of(REFRESH, slowOf(100, 5));
        var six = Interaction.of(REFRESH, slowOf(100, 6));

        assertThat(printed(five)).containsPattern("refresh .*: met");
        assertThat(printed(six)).containsPattern("refresh .*: missed");
    }

    @Test
    void tellsTheFewestAndTheMostCallsOfTheApi() {
        var refresh = Interaction.of(
                REFRESH,
                List.of(
                        new Timing(90, 30, List.of("/v1/devices")),
                        new Timing(95, 30, List.of("/v1/devices", "/v1/batches", "/v1/devices/summary"))));

        assertThat(printed(refresh)).containsPattern("refresh .* 1–3\\R");
    }

    @Test
    void aFirstViewIsToldWithAndWithoutTheSilentSignIn() {
        assertThat(printed(Interaction.of(REFRESH, List.of(timing(90)))))
                .containsPattern("empty cache +1 +1,100 .*missed")
                .containsPattern("without the silent sign-in +1 +800 .*met")
                .containsPattern("rows painted +1,100 +900");
    }

    private static FirstView view(double signedIn, double painted) {
        return new FirstView(
                Map.of(FirstView.RUNNING, 100.0, FirstView.SIGNED_IN, signedIn, FirstView.PAINTED, painted), List.of());
    }

    private static Timing timing(double millis) {
        return new Timing(millis, 30, List.of("/v1/devices"));
    }

    private static List<Timing> slowOf(int all, int slow) {
        return Stream.concat(
                        IntStream.range(slow, all).mapToObj(_ -> timing(100)),
                        IntStream.range(0, slow).mapToObj(_ -> timing(400)))
                .toList();
    }

    private String printed(Interaction interaction) {
        var figures = new PortalFigures(
                new PortalPlan(1_000_000, 1, 2, 0), "chrome", FAST, List.of(SLOW), List.of(FAST), List.of(interaction));
        var text = new StringWriter();
        PortalTables.report(figures, Machine.here(Path.of("."), "4.2.1", "18.6"))
                .publish(new PrintWriter(text), directory);
        return text.toString();
    }
}

package dev.rollcall.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Machine MACHINE = Machine.here(Path.of("."), "4.2.1", "18.6");

    @TempDir
    private Path directory = Path.of("");

    private record Figures(double devicesPerSecond) {}

    @Test
    void leavesATableJsonAndAPicture() throws IOException {
        var table = Table.of("How fast", "run", "devices/s").row("first", "12").row("2", "1,234");
        var lines = new Chart.Lines(
                "rate",
                "Rate",
                "s",
                "devices/s",
                List.of(new Chart.Line("first", List.of(0.0, 1.0), List.of(3.0, 4.0))));

        var printed = publish(new Report("speed", MACHINE, new Figures(12.5), List.of(table), List.of(lines)));

        assertThat(printed)
                .contains("Kafka 4.2.1, PostgreSQL 18.6")
                .containsSubsequence("How fast", "  run     devices/s", "  first          12", "  2           1,234");
        var json = JsonMapper.shared().readTree(Files.readString(directory.resolve("speed.json")));
        assertThat(json.at("/figures/devicesPerSecond").asDouble()).isEqualTo(12.5);
        assertThat(json.at("/machine/cores").asInt()).isPositive();
        assertThat(json.at("/machine/at").asString()).endsWith("Z");
        assertThat(Files.readString(directory.resolve("rate.svg"))).contains("<svg", "<path");
    }

    @Test
    void drawsBars() throws IOException {
        var bars = new Chart.Bars(
                "start",
                "Start",
                "",
                "s",
                List.of("first", "later"),
                List.of(new Chart.Series("ready", List.of(9.0, 7.0))));

        publish(new Report("start", MACHINE, List.of(), List.of(), List.of(bars)));

        assertThat(Files.readString(directory.resolve("start.svg"))).contains("<svg", "<rect");
    }

    @Test
    void takesNoRowThatDoesNotFitUnderTheHeader() {
        var table = Table.of("How fast", "run", "devices/s");

        assertThatThrownBy(() -> table.row("first")).isInstanceOf(IllegalArgumentException.class);
    }

    private String publish(Report report) {
        var text = new StringWriter();
        report.publish(new PrintWriter(text), directory);
        return text.toString();
    }
}

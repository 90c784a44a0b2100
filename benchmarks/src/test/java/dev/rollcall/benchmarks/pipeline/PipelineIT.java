package dev.rollcall.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The smallest measurement there is, of the server that the build has just made.
class PipelineIT {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final int ROWS = 1_250;

    @TempDir
    private Path results = Path.of("");

    private final StringWriter printed = new StringWriter();
    private final PrintWriter out = new PrintWriter(printed);

    @Test
    void measuresAPipelineBesideItsFloor() {
        var plan = new PipelinePlan(ROWS, 0, 1, 0, ROWS, 5, true);

        try (var directory = WorkDirectory.create();
                var server = BenchServer.start(
                        Launch.jar(HOME, "standalone", "-Xmx512m"), directory, PipelinePlan.CLIENTS, out)) {
            var figures = new PipelineBench(server, directory, plan, out).run("standalone");
            PipelineTables.report(figures, Machine.here(HOME, "", "")).publish(out, results);

            assertThat(figures.floorDevicesPerSecond()).hasSize(1).allMatch(rate -> rate > 0);
            assertThat(figures.runs()).singleElement().satisfies(PipelineIT::isWhole);
            assertThat(figures.share().median()).isPositive();
            assertThat(figures.singles()).isNotNull().satisfies(singles -> {
                assertThat(singles.alone().count()).isEqualTo(5);
                assertThat(singles.beside().count()).isPositive();
            });
        }
        assertThat(results.resolve("pipeline.json")).isNotEmptyFile();
        assertThat(results.resolve("pipeline.svg")).isNotEmptyFile();
        assertThat(printed.toString()).contains("What one device costs");
    }

    private static void isWhole(BatchRun run) {
        assertThat(run.usage().cpuSeconds())
                .hasSize(3)
                .allSatisfy((_, seconds) -> assertThat(seconds).isPositive());
        assertThat(run.usage().kafkaBytes()).isGreaterThan(ROWS * 100L);
        assertThat(run.usage().walBytes()).isGreaterThan(ROWS * 100L);
        assertThat(run.samples().getLast().devices()).isEqualTo(ROWS);
    }
}

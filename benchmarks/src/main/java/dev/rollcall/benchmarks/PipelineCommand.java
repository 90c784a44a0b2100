package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.pipeline.PipelineBench;
import dev.rollcall.benchmarks.pipeline.PipelinePlan;
import dev.rollcall.benchmarks.pipeline.PipelineTables;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.services.BenchServices;
import dev.rollcall.benchmarks.services.ServicesPlan;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall bench pipeline`.
@Command(
        name = "pipeline",
        description =
                "Measures how fast devices get from an upload to an outcome that can be seen, beside a bare program"
                        + " that moves the same bytes (the floor), what each costs, and how long one alone takes.")
final class PipelineCommand implements Callable<Integer> {
    private static final int SHORT = 20_000;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "200000", description = "rows of a batch (200000)")
    private int rows;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "40000",
            description = "rows that are registered before anything is measured (40000)")
    private int warmUp;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often the floor and a batch are measured in turn (3)")
    private int runs;

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "0",
            description = "how many more batches follow in a row, a line each (0)")
    private int batches;

    @Option(
            names = "--catalog",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "entries of the catalog (2000000)")
    private int catalog;

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "500",
            description = "how many devices are posted alone (500); with 0, none beside a big batch either")
    private int posts;

    @Option(names = "--no-floor", description = "leave the floor out")
    private boolean noFloor;

    @Option(names = "--short", description = "a quick look: 20,000 rows, one run, a catalog of 20,000, 100 posts")
    private boolean brief;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "standalone",
            description = "standalone: all in one process; services: each service in its own (standalone)")
    private Layout layout = Layout.STANDALONE;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "",
            description = "heap of the server (1g), or of each service (256m)")
    private String heap = "";

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = "brokers of the services: 1, or 3 and more, each a process, records on three of them (1)")
    private int brokers;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "registration workers of the services, a process each (1)")
    private int workers;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    private final PrintWriter out;

    PipelineCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var plan = brief
                ? new PipelinePlan(SHORT, SHORT, 1, batches, SHORT, 100, !noFloor)
                : new PipelinePlan(rows, warmUp, runs, batches, catalog, posts, !noFloor);
        try (var directory = WorkDirectory.create();
                var server = start(directory)) {
            var figures = new PipelineBench(server, directory, plan, out).run(layout.shown() + ", heap " + heap());
            PipelineTables.report(figures, ThisMachine.with(options.home(), server.engines()))
                    .publish(out, options.out());
        }
        return ExitCode.OK;
    }

    private Deployment start(WorkDirectory directory) {
        return switch (layout) {
            case STANDALONE -> {
                var launch = Launch.script(options.home()).with("ROLLCALL_HEAP", heap());
                yield BenchServer.start(launch, directory, PipelinePlan.CLIENTS, out);
            }
            case SERVICES ->
                BenchServices.start(
                        options.home(),
                        directory,
                        new ServicesPlan(heap(), brokers, workers, Map.of()),
                        PipelinePlan.CLIENTS,
                        out);
        };
    }

    private String heap() {
        return heap.isEmpty() ? layout.usualHeap : heap;
    }

    /// Where the services run.
    private enum Layout {
        STANDALONE("1g"),
        SERVICES("256m");

        private final String usualHeap;

        Layout(String usualHeap) {
            this.usualHeap = usualHeap;
        }

        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

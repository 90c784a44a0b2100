package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.fairness.FairnessBench;
import dev.rollcall.benchmarks.fairness.FairnessPlan;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall bench fairness`.
@Command(
        name = "fairness",
        description = "Measures what a small batch notices of a big one, what the big one loses by it, and how"
                + " ten tenants with big batches share.")
final class FairnessCommand implements Callable<Integer> {
    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "rows of a big batch (100000), 10000 to 1000000")
    private int rows;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "how often a big batch is measured alone and beside small ones (1), 1 to 10")
    private int runs;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    private final PrintWriter out;

    FairnessCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var plan = new FairnessPlan(rows, runs);
        try (var directory = WorkDirectory.create();
                var server = BenchServer.start(options.home(), directory, FairnessPlan.CLIENTS, out)) {
            var report = new FairnessBench(server, directory, plan, out).run();
            report.on(ThisMachine.with(options.home(), server.engines())).publish(out, options.out());
        }
        return ExitCode.OK;
    }
}

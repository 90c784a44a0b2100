package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.services.BenchServices;
import dev.rollcall.benchmarks.services.ServicesPlan;
import dev.rollcall.benchmarks.soak.SoakBench;
import dev.rollcall.benchmarks.soak.SoakPlan;
import dev.rollcall.benchmarks.soak.SoakTables;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall bench soak`.
@Command(
        name = "soak",
        description = "Keeps the three services under the same load for a long time and shows what grows: heap,"
                + " threads, file handles, temporary files, lag. Ends with 1 where something does that must not.")
final class SoakCommand implements Callable<Integer> {
    @Option(names = "--minutes", paramLabel = "N", defaultValue = "20", description = "how long (20), 1 to 1440")
    private int minutes;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    private final PrintWriter out;

    SoakCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var plan = new SoakPlan(minutes);
        var services = new ServicesPlan("256m", 1, 1, Map.of());
        try (var directory = WorkDirectory.create();
                var deployment = BenchServices.start(options.home(), directory, services, SoakPlan.CLIENTS, out)) {
            var figures = new SoakBench(deployment, directory, plan, out).run();
            SoakTables.report(plan, figures, ThisMachine.with(options.home(), deployment.engines()))
                    .publish(out, options.out());
            return figures.drifts() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }
}

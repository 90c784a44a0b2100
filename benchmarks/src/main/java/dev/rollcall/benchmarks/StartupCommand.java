package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.report.Machine;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.startup.StartupBench;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall bench startup`.
@Command(
        name = "startup",
        description = "Measures how long the first and a later start take until the server is ready.")
final class StartupCommand implements Callable<Integer> {
    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "how often (3), from 1")
    private int runs;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    private final PrintWriter out;

    StartupCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (runs < 1) {
            throw new BenchFailure("--runs must be at least 1");
        }
        var machine = new ArrayList<Machine>();
        new StartupBench(
                        Launch.script(options.home()),
                        out,
                        engines -> machine.add(ThisMachine.with(options.home(), engines)))
                .run(runs)
                .report(machine.getFirst())
                .publish(out, options.out());
        return ExitCode.OK;
    }
}

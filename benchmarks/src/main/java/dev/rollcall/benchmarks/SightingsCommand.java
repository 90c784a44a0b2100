package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.sightings.SightingsBench;
import dev.rollcall.benchmarks.sightings.SightingsPlan;
import dev.rollcall.benchmarks.sightings.SightingsTables;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall bench sightings`.
@Command(
        name = "sightings",
        description = "Measures how many sightings a second get from a report to the projection, and what they cost:"
                + " of devices that were not seen yet, and of devices that are seen often.")
final class SightingsCommand implements Callable<Integer> {
    @Option(names = "--devices", paramLabel = "N", defaultValue = "50000", description = "devices (50000)")
    private int devices;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "how long the devices are reported again and again (30)")
    private int seconds;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    private final PrintWriter out;

    SightingsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var plan = new SightingsPlan(devices, seconds);
        try (var directory = WorkDirectory.create();
                var server = BenchServer.start(options.home(), directory, SightingsPlan.CLIENTS, out)) {
            var runs = new SightingsBench(server, directory, plan, out).run();
            SightingsTables.report(plan, runs, ThisMachine.with(options.home(), server.engines()))
                    .publish(out, options.out());
        }
        return ExitCode.OK;
    }
}

package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.portal.Chromium;
import dev.rollcall.benchmarks.portal.PortalBench;
import dev.rollcall.benchmarks.portal.PortalPlan;
import dev.rollcall.benchmarks.portal.PortalTables;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall bench portal`.
@Command(
        name = "portal",
        description = "Measures how long the portal's user waits for the list of a tenant's million devices and for"
                + " each thing that can be done with it, in headless Chromium.")
final class PortalCommand implements Callable<Integer> {
    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "devices of the tenant (1000000), from 1000")
    private int devices;

    @Option(
            names = "--cold-views",
            paramLabel = "N",
            defaultValue = "10",
            description = "how often the list is opened by a browser with an empty cache (10), from 1")
    private int coldViews;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "50",
            description = "how often each thing is done, in turn (50), from 1")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "5",
            description = "rounds before that are not counted: a young JVM compiles beside them (5)")
    private int warmUp;

    @Mixin
    private final KeptDevices kept = new KeptDevices();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    private final PrintWriter out;

    PortalCommand(PrintWriter out) {
        this.out = out;
    }

    /// A browser that is missing is told before anything is loaded.
    @Override
    public Integer call() {
        var plan = new PortalPlan(devices, coldViews, rounds, warmUp);
        try (var browser = Chromium.start()) {
            kept.use(directory -> load(plan, directory), directory -> measure(plan, directory, browser));
        }
        return ExitCode.OK;
    }

    private void load(PortalPlan plan, WorkDirectory directory) {
        try (var server = start(directory)) {
            PortalBench.load(server.engines(), plan, out);
        }
    }

    private void measure(PortalPlan plan, WorkDirectory directory, Chromium browser) {
        try (var server = start(directory)) {
            var figures = new PortalBench(server, browser, plan, out).run();
            PortalTables.report(figures, ThisMachine.with(options.home(), server.engines()))
                    .publish(out, options.out());
        }
    }

    private BenchServer start(WorkDirectory directory) {
        return BenchServer.start(Launch.script(options.home()), directory, PortalPlan.ACCOUNTS, out);
    }
}

package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.query.QueryBench;
import dev.rollcall.benchmarks.query.QueryPlan;
import dev.rollcall.benchmarks.query.QueryTables;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall bench query`.
@Command(
        name = "query",
        description = "Measures how fast a tenant's devices are listed, counted and exported among millions, beside"
                + " the same SQL sent by pgbench.")
final class QueryCommand implements Callable<Integer> {
    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "devices of the measured tenant (1000000)")
    private int devices;

    @Option(
            names = "--all",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "devices of all tenants (5000000)")
    private int all;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "8", description = "callers at once (8)")
    private int clients;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "2",
            description = "how long each question is asked (2)")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60",
            description = "how long all questions are asked before: a young JVM compiles beside them (60)")
    private int warmUp;

    @Option(names = "--only", paramLabel = "REGEX", description = "only the questions whose name it finds")
    private Pattern only = Pattern.compile("");

    @Mixin
    private final KeptDevices kept = new KeptDevices();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    private final PrintWriter out;

    QueryCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var plan = new QueryPlan(devices, all, clients, seconds, warmUp);
        kept.use(directory -> load(plan, directory), directory -> measure(plan, directory));
        return ExitCode.OK;
    }

    private void load(QueryPlan plan, WorkDirectory directory) {
        try (var server = start(directory)) {
            QueryBench.load(server.engines(), plan, out);
        }
    }

    private void measure(QueryPlan plan, WorkDirectory directory) {
        try (var server = start(directory)) {
            var figures = new QueryBench(server, plan, directory.root(), out).run(only);
            QueryTables.report(figures, ThisMachine.with(options.home(), server.engines()))
                    .publish(out, options.out());
        }
    }

    private BenchServer start(WorkDirectory directory) {
        return BenchServer.start(Launch.script(options.home()), directory, QueryPlan.CLIENTS, out);
    }
}

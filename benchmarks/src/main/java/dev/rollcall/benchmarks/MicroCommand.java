package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.micro.MicroRun;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall bench micro`.
@Command(
        name = "micro",
        description = "Measures the hot pieces one by one, with JMH: row to event, hash check, JSON, policy; time"
                + " and bytes allocated for each.")
final class MicroCommand implements Callable<Integer> {
    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "3",
            description = "processes that each piece is measured in (3)")
    private int forks;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATTERN",
            defaultValue = ".*",
            description = "which pieces, a regular expression (all)")
    private String pattern = ".*";

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() {
        var json = options.out().toAbsolutePath().resolve("micro.json");
        try (var directory = WorkDirectory.create()) {
            return new MicroRun(directory).run(pattern, forks, json);
        }
    }
}

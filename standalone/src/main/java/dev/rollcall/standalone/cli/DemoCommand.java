package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.demo.Demo;
import dev.rollcall.standalone.demo.DemoClock;
import dev.rollcall.standalone.server.StandaloneServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rollcall demo`: registers the sample files, shows what became of them, and serves until Ctrl-C.
@Command(
        name = "demo",
        description = "Starts everything, registers the sample files, shows each outcome, and serves until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final ServingOptions options = new ServingOptions();

    @Option(
            names = "--exit",
            description = "end after the table; status 0 only where every outcome is the expected one")
    private boolean exit;

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var began = System.nanoTime();
        LogFile.in(options.toOptions().dataDirectory());
        terminal.out().println("Starting Kafka, PostgreSQL and the services …");
        var clock = DemoClock.aWeekAgo();
        try (var server = StandaloneServer.start(options.toOptions(), clock)) {
            var startTime = Duration.ofNanos(System.nanoTime() - began);
            var asExpected = new Demo(server, clock, terminal.out()).run();
            if (exit) {
                return asExpected ? ExitCode.OK : ExitCode.SOFTWARE;
            }
            Welcome.print(terminal.out(), server, startTime);
            server.awaitClose();
        }
        return ExitCode.OK;
    }
}

package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.server.StandaloneServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/// `rollcall start`: serves until Ctrl-C.
@Command(name = "start", description = "Starts everything and serves until Ctrl-C.")
final class StartCommand implements Callable<Integer> {
    @Mixin
    private final ServingOptions options = new ServingOptions();

    private final Terminal terminal;

    StartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var began = System.nanoTime();
        LogFile.in(options.toOptions().dataDirectory());
        terminal.out().println("Starting Kafka, PostgreSQL and the services …");
        try (var server = StandaloneServer.start(options.toOptions(), InstantSource.system())) {
            Welcome.print(terminal.out(), server, Duration.ofNanos(System.nanoTime() - began));
            server.awaitClose();
        }
        return ExitCode.OK;
    }
}

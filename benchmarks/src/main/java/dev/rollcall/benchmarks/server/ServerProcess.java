package dev.rollcall.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A process that was started for a measurement and ends with it, or with us.
public record ServerProcess(Process process, Path output) implements AutoCloseable {
    private static final long END_SECONDS = 60;

    public ServerProcess {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-of-server"));
    }

    /// Fails, with what the process said last, where it does not become ready.
    public void awaitReady(int managementPort) {
        var readiness = new Readiness(URI.create("http://localhost:" + managementPort));
        if (!readiness.await(process::isAlive)) {
            throw failure();
        }
    }

    public BenchFailure failure() {
        return new BenchFailure("the server did not become ready; " + lastWords());
    }

    /// Ends the process that was started, and no other.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() {
        try {
            return "it said: " + Files.readString(output).strip();
        } catch (IOException _) {
            return "it said nothing";
        }
    }
}

package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;

/// What is done to a process that was started here, by its id.
final class Signals {
    private Signals() {}

    /// SIGKILL; returns when it is gone.
    static void kill(Process process) {
        process.destroyForcibly();
        await(process);
    }

    static void freeze(Process process) {
        send("STOP", process.pid());
    }

    static void thaw(Process process) {
        send("CONT", process.pid());
    }

    static void send(String signal, long pid) {
        try {
            await(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new BenchFailure("no signal can be sent: " + e.getMessage(), e);
        }
    }

    private static void await(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

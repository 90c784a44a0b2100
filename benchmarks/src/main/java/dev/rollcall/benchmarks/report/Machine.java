package dev.rollcall.benchmarks.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Where and with what a figure was measured. What can't be told on this system is `unknown`.
public record Machine(
        String cpu,
        int cores,
        double memoryGib,
        String kernel,
        String jdk,
        String kafka,
        String postgres,
        String commit,
        Instant at) {
    private static final String UNKNOWN = "unknown";
    private static final double KIB_PER_GIB = 1 << 20;

    /// This machine, now. `home` is the working copy that is measured; `kafka` and `postgres` are the versions of both.
    public static Machine here(Path home, String kafka, String postgres) {
        return new Machine(
                line(Path.of("/proc/cpuinfo"), "model name\\s*:\\s*(.+)"),
                Runtime.getRuntime().availableProcessors(),
                memory(line(Path.of("/proc/meminfo"), "MemTotal:\\s*(\\d+) kB")),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                kafka,
                postgres,
                commit(home),
                InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %d cores, %.1f GiB, %s%nJDK %s, Kafka %s, PostgreSQL %s; commit %s, %s%n",
                cpu,
                cores,
                memoryGib,
                kernel,
                jdk,
                kafka,
                postgres,
                commit,
                at);
        out.flush();
    }

    private static double memory(String kib) {
        return kib.equals(UNKNOWN) ? 0 : Math.round(10 * Long.parseLong(kib) / KIB_PER_GIB) / 10.0;
    }

    private static String line(Path file, String pattern) {
        try {
            var match = Pattern.compile(pattern).matcher(Files.readString(file));
            return match.find() ? match.group(1).strip() : UNKNOWN;
        } catch (IOException _) {
            return UNKNOWN;
        }
    }

    private static String commit(Path home) {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude", "*")
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && !answer.isEmpty() ? answer : UNKNOWN;
        } catch (IOException _) {
            return UNKNOWN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}

package dev.rollcall.benchmarks.startup;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Starts and ends a server again and again: on a new data directory, then on the same one.
public final class StartupBench {
    private final Launch launch;
    private final PrintWriter out;
    private final Consumer<Engines> whileRunning;

    /// `whileRunning` hears of the engines after each start.
    public StartupBench(Launch launch, PrintWriter out, Consumer<Engines> whileRunning) {
        this.launch = launch;
        this.out = out;
        this.whileRunning = whileRunning;
    }

    public StartupFigures run(int runs) {
        var first = new ArrayList<Start>();
        var later = new ArrayList<Start>();
        for (var run = 0; run < runs; run++) {
            try (var directory = WorkDirectory.create()) {
                first.add(start(directory));
                later.add(start(directory));
            }
        }
        return new StartupFigures(first, later);
    }

    private Start start(WorkDirectory directory) {
        var began = InstantSource.system().instant();
        var beganNanos = System.nanoTime();
        try (var server = BenchServer.start(launch, directory, List.of(), out)) {
            var seconds = (double) (System.nanoTime() - beganNanos) / TimeUnit.SECONDS.toNanos(1);
            whileRunning.accept(server.engines());
            var log = Files.readAllLines(directory.data().resolve("rollcall.log"));
            return new Start(seconds, new StartLog(began, log).milestones());
        } catch (IOException e) {
            throw new BenchFailure("the server's log can't be read: " + e.getMessage(), e);
        }
    }
}

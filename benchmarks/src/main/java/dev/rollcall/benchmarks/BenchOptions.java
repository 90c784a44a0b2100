package dev.rollcall.benchmarks;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// What every benchmark is told: what to measure and where to write.
final class BenchOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:rollcall.home:-.}",
            description = "where the rollcall command is that starts the server")
    private Path home = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "${sys:rollcall.home:-.}/benchmarks/target",
            description = "where JSON and SVG go (benchmarks/target)")
    private Path out = Path.of(".");

    Path home() {
        return home;
    }

    Path out() {
        return out;
    }
}

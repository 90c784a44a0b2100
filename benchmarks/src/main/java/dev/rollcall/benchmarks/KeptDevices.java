package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.server.WorkDirectory;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the devices are that a benchmark loads before it measures: loading takes longer than measuring.
final class KeptDevices {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "keep the devices there, and use those that are (a temporary directory)")
    private @Nullable Path dataDirectory;

    @Option(names = "--load", description = "only load the devices; for --data-dir")
    private boolean onlyLoad;

    /// Loading and measuring have a server each: PostgreSQL is to begin with what is on disk.
    void use(Consumer<WorkDirectory> load, Consumer<WorkDirectory> measure) {
        if (dataDirectory != null) {
            use(new WorkDirectory(dataDirectory), load, measure);
            return;
        }
        try (var directory = WorkDirectory.create()) {
            use(directory, load, measure);
        }
    }

    private void use(WorkDirectory directory, Consumer<WorkDirectory> load, Consumer<WorkDirectory> measure) {
        load.accept(directory);
        if (!onlyLoad) {
            measure.accept(directory);
        }
    }
}

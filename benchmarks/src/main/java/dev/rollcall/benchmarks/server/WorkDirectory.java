package dev.rollcall.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A temporary directory that is gone with all its content when it is closed.
public record WorkDirectory(Path root) implements AutoCloseable {

    public static WorkDirectory create() {
        try {
            return new WorkDirectory(Files.createTempDirectory("rollcall-bench"));
        } catch (IOException e) {
            throw new BenchFailure("no temporary directory: " + e.getMessage(), e);
        }
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        try (var tree = Files.walk(root)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new BenchFailure("the temporary directory " + root + " can't be removed: " + e.getMessage(), e);
        }
    }
}

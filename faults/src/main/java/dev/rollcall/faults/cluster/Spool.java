package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The spool folder of an upload service, on a small file system of its own where we may mount one.
public final class Spool implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final boolean mounted;

    private Spool(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    static Spool in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BenchFailure("no spool folder: " + e.getMessage(), e);
        }
        var spool = new Spool(folder, run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(spool::close, "end-of-spool"));
        return spool;
    }

    Path folder() {
        return folder;
    }

    /// Whether it can be filled without filling the machine's disk.
    public boolean canBeFilled() {
        return mounted;
    }

    /// Leaves no room at all.
    public void fill() {
        var block = new byte[BLOCK];
        try (var out = Files.newOutputStream(filler())) {
            for (var i = 0; i < Integer.MAX_VALUE; i++) {
                out.write(block);
            }
        } catch (IOException _) {
            // It is full.
        }
    }

    public void empty() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new BenchFailure("the spool folder can't be emptied: " + e.getMessage(), e);
        }
    }

    /// What uploads have left in it.
    public List<Path> files() {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(filler()))
                    .toList();
        } catch (IOException e) {
            throw new BenchFailure("the spool folder can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (mounted) {
            run("umount", "--lazy", "--quiet", folder.toString());
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

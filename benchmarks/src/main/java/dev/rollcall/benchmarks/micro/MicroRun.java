package dev.rollcall.benchmarks.micro;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/// Starts JMH. It starts a process for each fork with the class path that it was started with itself, and nothing in a
/// jar within a jar can be found there; so this one is unpacked before.
public final class MicroRun {
    private static final String JMH = "org.openjdk.jmh.Main";
    /// Rounds of a second each, to warm up and to measure, and the bytes allocated.
    private static final List<String> SETTINGS =
            List.of("-wi", "5", "-w", "1", "-i", "3", "-r", "1", "-prof", "gc", "-foe", "true");

    private final WorkDirectory directory;

    public MicroRun(WorkDirectory directory) {
        this.directory = directory;
    }

    /// JMH's own exit code. `json` is where it writes its figures.
    public int run(String pattern, int forks, Path json) {
        try {
            return command(pattern, forks, json).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new BenchFailure("JMH can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private ProcessBuilder command(String pattern, int forks, Path json) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", classPath(), JMH, pattern));
        command.addAll(SETTINGS);
        command.addAll(List.of("-f", Integer.toString(forks), "-rf", "json", "-rff", json.toString()));
        return new ProcessBuilder(command);
    }

    private String classPath() throws IOException {
        var own = Path.of(System.getProperty("java.class.path"));
        if (!Files.isRegularFile(own)) {
            return own.toString();
        }
        unpack(own);
        var root = directory.root();
        return String.join(
                System.getProperty("path.separator"),
                root.resolve("BOOT-INF").resolve("classes").toString(),
                root.resolve("BOOT-INF").resolve("lib") + "/*",
                root.toString());
    }

    private void unpack(Path jar) throws IOException {
        try (var content = new JarFile(jar.toFile())) {
            for (var entry : content.stream().toList()) {
                var file = directory.root().resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(directory.root())) {
                    Files.createDirectories(file.getParent());
                    Files.copy(content.getInputStream(entry), file);
                }
            }
        }
    }
}

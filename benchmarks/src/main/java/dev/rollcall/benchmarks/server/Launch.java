package dev.rollcall.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a process of Rollcall is started, up to its own arguments.
public record Launch(List<String> command, Map<String, String> environment) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// As a user does it.
    public static Launch script(Path home) {
        return new Launch(List.of(home.resolve("rollcall").toAbsolutePath().toString()), Map.of());
    }

    /// From the jar that the build made, by the JDK that we run on. The script would look whether the build is stale.
    public static Launch jar(Path home, String module, String... options) {
        var command = new ArrayList<>(java(options));
        command.addAll(List.of("-jar", builtJar(home, module).toString()));
        return new Launch(command, Map.of());
    }

    /// A program of ours or of Kafka, with standalone's libraries.
    public static Launch mainOf(Path home, String mainClass, String... options) {
        var command = new ArrayList<>(java(options));
        command.addAll(List.of(
                "-Dloader.path=" + home.resolve("benchmarks/target/classes").toAbsolutePath(),
                "-Dloader.main=" + mainClass,
                "-cp",
                builtJar(home, "standalone").toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        return new Launch(command, Map.of());
    }

    public Launch with(String variable, String value) {
        return with(Map.of(variable, value));
    }

    public Launch with(Map<String, String> variables) {
        var more = new HashMap<>(environment);
        more.putAll(variables);
        return new Launch(command, more);
    }

    /// In the background, with all that it says in `output`.
    public Process start(Path output, String... arguments) throws IOException {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        var builder = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static List<String> java(String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of(options));
        return command;
    }

    private static Path builtJar(Path home, String module) {
        var target = home.resolve(module).resolve("target");
        try (var files = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
            for (var file : files) {
                return file.toAbsolutePath();
            }
        } catch (IOException e) {
            throw new BenchFailure("nothing is built in " + target, e);
        }
        throw new BenchFailure("nothing is built in " + target);
    }
}

package dev.rollcall.benchmarks.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        command.addAll(List.of("-jar", UnpackedJar.of(home, module).toString()));
        return new Launch(command, Map.of());
    }

    /// A module's program with the classes of a folder in the place of its own.
    public static Launch patched(Path home, String module, Path classes, String mainClass, String... options) {
        return program(List.of(classes, UnpackedJar.of(home, module)), mainClass, options);
    }

    /// A program of ours or of Kafka, with standalone's libraries.
    public static Launch mainOf(Path home, String mainClass, String... options) {
        var ours = home.resolve("benchmarks/target/classes").toAbsolutePath();
        return program(List.of(ours, UnpackedJar.of(home, "standalone")), mainClass, options);
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

    private static Launch program(List<Path> classPath, String mainClass, String... options) {
        var command = new ArrayList<>(java(options));
        var joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", joined, mainClass));
        return new Launch(command, Map.of());
    }
}

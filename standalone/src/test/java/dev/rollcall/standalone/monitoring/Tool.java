package dev.rollcall.standalone.monitoring;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program of Prometheus that may be installed here, or not.
public record Tool(Path path) {

    public static Optional<Tool> named(String name) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new);
    }

    /// What to say where it is not.
    public static String missing(String name) {
        return name + " is not on the PATH: this is not checked here (Debian has it in the package prometheus)";
    }

    /// Everything it prints goes to `log`.
    public Process start(Path log, String... arguments) {
        var command = new ArrayList<String>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

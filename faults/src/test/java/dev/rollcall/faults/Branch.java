package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.server.UnpackedJar;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/// The registration service's code with some lines of one of its files replaced by others.
record Branch(Path file, Map<String, String> replacements) {
    private static final Path SOURCES = Path.of("src/main/java/dev/rollcall/registration");

    Branch {
        replacements = new LinkedHashMap<>(replacements);
    }

    static Branch of(String file) {
        return new Branch(SOURCES.resolve(file), Map.of());
    }

    Branch with(String line, String other) {
        var more = new LinkedHashMap<>(replacements);
        more.put(line, other);
        return new Branch(file, more);
    }

    /// Compiles it into a folder below this one, which is returned.
    Path compiled(Path home, Path folder) throws IOException {
        var module = home.resolve("registration-service");
        var source = folder.resolve(file.getFileName());
        Files.writeString(source, changed(Files.readString(module.resolve(file))));
        var classes = Files.createDirectories(folder.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options =
                    List.of("-proc:none", "-parameters", "-nowarn", "-d", classes.toString(), "-cp", classPath(home));
            var done = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
        return classes;
    }

    private String changed(String source) {
        var text = source;
        for (var replacement : replacements.entrySet()) {
            assertThat(text).containsOnlyOnce(replacement.getKey());
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        return text;
    }

    private static String classPath(Path home) throws IOException {
        var jar = UnpackedJar.of(home, "registration-service");
        try (var libraries = Files.list(jar.resolveSibling("lib"))) {
            var all = new ArrayList<>(List.of(jar.toString()));
            libraries.map(Path::toString).forEach(all::add);
            return all.stream().collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }
}

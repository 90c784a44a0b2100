package dev.rollcall.benchmarks.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A runbook of `docs/operations.md`: its blocks, each run by bash as it stands there, with `environment` and the
/// commands in `directory`.
record Runbook(List<String> blocks, Path directory, Map<String, String> environment) {
    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");
    private static final long PATIENCE_SECONDS = 60;

    Runbook {
        blocks = List.copyOf(blocks);
        environment = Map.copyOf(environment);
    }

    /// The section under that heading.
    static Runbook titled(String title, Path directory, Map<String, String> environment) throws IOException {
        var section = Pattern.compile("(?ms)^### " + Pattern.quote(title) + "\\n(.*?)(?=^##|\\z)")
                .matcher(Files.readString(PAGE));
        assertThat(section.find()).as(title).isTrue();
        var blocks = BLOCK.matcher(section.group(1))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        return new Runbook(blocks, directory, environment);
    }

    Runbook with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Runbook(blocks, directory, more);
    }

    /// Runs a block, the first being 1, which is to succeed, and returns what it prints.
    String run(int number) {
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", blocks.get(number - 1))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", directory.toString(), (path, own) -> own + ":" + path);
        try {
            var process = builder.start();
            var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            return printed;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

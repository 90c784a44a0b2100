package dev.rollcall.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// PostgreSQL's client programs, where an operator has them on the path, for one server.
public record PostgresTools(Engines engines) {
    private static final Pattern MAJOR = Pattern.compile("(\\d+)[.\\d]*");

    /// Whether they are here, and no older than the server: an older `pg_dump` refuses it.
    public boolean suit() {
        try {
            var told = print(new ProcessBuilder("pg_dump", "--version"));
            return told.succeeded() && major(told.printed()) >= major(engines.postgresVersion());
        } catch (IOException _) {
            return false; // They are not.
        }
    }

    /// With a database of the server. Returns when the command has succeeded.
    public void run(String database, String... command) {
        var builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(engines.postgresPort()),
                        "PGUSER",
                        engines.postgresUser(),
                        "PGPASSWORD",
                        engines.postgresPassword(),
                        "PGDATABASE",
                        database));
        try {
            var told = print(builder);
            if (!told.succeeded()) {
                throw new BenchFailure(command[0] + " failed: " + told.printed());
            }
        } catch (IOException e) {
            throw new BenchFailure(command[0] + " can't be started: " + e.getMessage(), e);
        }
    }

    private record Told(boolean succeeded, String printed) {}

    private static Told print(ProcessBuilder command) throws IOException {
        var process = command.redirectErrorStream(true).start();
        try {
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Told(process.waitFor() == 0, printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private static int major(String version) {
        return MAJOR.matcher(version)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(0);
    }
}

package dev.rollcall.benchmarks.query;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PostgreSQL's own load generator, which sends SQL and throws the answers away: as fast as it gets.
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern NUMBERED = Pattern.compile("\\$(\\d+)");

    private final Engines engines;
    private final Path directory;

    Pgbench(Engines engines, Path directory) {
        this.engines = engines;
        this.directory = directory;
    }

    static boolean isThere() {
        try {
            var version = new ProcessBuilder("pgbench", "--version")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
            return version.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// How often a second all of the statements, one after another, prepared and with their parameters.
    double perSecond(List<SentSql.Statement> statements, int clients, int seconds) {
        var command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-j", "2"));
        command.addAll(List.of("-c", Integer.toString(clients), "-T", Integer.toString(seconds)));
        var script = new StringBuilder();
        for (var number = 0; number < statements.size(); number++) {
            var prefix = ":p" + number + "_";
            script.append(NUMBERED.matcher(statements.get(number).sql())
                            .replaceAll(found -> Matcher.quoteReplacement(prefix + found.group(1))))
                    .append(";\n");
            for (var parameter : statements.get(number).parameters().entrySet()) {
                command.addAll(List.of("-D", "p" + number + "_" + parameter.getKey() + "=" + parameter.getValue()));
            }
        }
        return run(command, script.toString());
    }

    private double run(List<String> command, String script) {
        try {
            var file = directory.resolve("pgbench.sql");
            Files.writeString(file, script);
            var address = URI.create(engines.jdbcUrl("postgres").substring("jdbc:".length()));
            command.addAll(List.of("-f", file.toString(), "-h", address.getHost()));
            command.addAll(
                    List.of("-p", Integer.toString(address.getPort()), "-U", engines.postgresUser(), "postgres"));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", engines.postgresPassword());
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            var rate = RATE.matcher(said);
            if (!rate.find()) {
                throw new BenchFailure("pgbench says: " + said);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new BenchFailure("pgbench can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

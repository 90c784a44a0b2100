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
import java.util.Map;
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
            var prefix = "p" + number + "_";
            var parameters = statements.get(number).parameters();
            var sql = NUMBERED.matcher(statements.get(number).sql())
                    .replaceAll(found -> reference(prefix, found.group(1), parameters));
            script.append(sql).append(";\n");
            parameters.forEach((parameter, value) -> {
                if (!value.isEmpty()) {
                    command.addAll(List.of("-D", prefix + parameter + "=" + value));
                }
            });
        }
        return run(command, script.toString());
    }

    /// pgbench knows no empty variables.
    private static String reference(String prefix, String number, Map<Integer, String> parameters) {
        return "".equals(parameters.get(Integer.valueOf(number))) ? "''" : ":" + prefix + number;
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

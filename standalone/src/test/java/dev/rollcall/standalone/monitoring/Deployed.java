package dev.rollcall.standalone.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What `deploy` says about metrics.
public final class Deployed {
    public static final Path PROMETHEUS =
            Path.of("../deploy/prometheus").toAbsolutePath().normalize();
    private static final Path DASHBOARDS = Path.of("../deploy/grafana/dashboards");

    /// Series that our processes can't have: of kafka_exporter, postgres_exporter, node_exporter and blackbox_exporter.
    private static final Set<String> FOREIGN = Set.of(
            "kafka_brokers",
            "kafka_topic_partition_under_replicated_partition",
            "kafka_consumergroup_lag",
            "pg_up",
            "pg_database_size_bytes",
            "pg_stat_activity_count",
            "pg_stat_database_xact_commit",
            "pg_stat_database_xact_rollback",
            "pg_stat_database_blks_hit",
            "pg_stat_database_blks_read",
            "pg_stat_database_deadlocks",
            "node_filesystem_avail_bytes",
            "node_filesystem_size_bytes",
            "probe_ssl_earliest_cert_expiry");

    private static final Pattern SERIES = Pattern.compile(
            "\\b(?:rollcall|http|jvm|hikaricp|kafka|process|system|pg|node|probe)[_:][A-Za-z0-9_:]+|\\bup\\b");
    private static final Pattern MATCHERS = Pattern.compile("\"[^\"]*\"");

    private Deployed() {}

    public record Panel(String title, String query) {

        public boolean isForeign() {
            return series(query).anyMatch(FOREIGN::contains);
        }
    }

    /// The series of our own processes that rules and dashboards use.
    public static Set<String> ownSeries() {
        var used = new TreeSet<String>();
        Stream.concat(expressions().stream(), panels().stream().map(Panel::query))
                .flatMap(Deployed::series)
                .filter(series -> !FOREIGN.contains(series))
                .forEach(used::add);
        return used;
    }

    /// Every query of every dashboard, its variables set to all.
    public static List<Panel> panels() {
        return files(DASHBOARDS, ".json")
                .map(Deployed::read)
                .map(JsonMapper.shared()::readTree)
                .flatMap(dashboard -> dashboard.path("panels").valueStream())
                .flatMap(panel -> panel.path("targets")
                        .valueStream()
                        .map(target -> new Panel(
                                panel.path("title").stringValue(),
                                target.path("expr").stringValue().replace("$job", ".*"))))
                .toList();
    }

    public static Stream<Path> files(Path directory, String suffix) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of the rules without their annotations and comments.
    private static List<String> expressions() {
        return files(PROMETHEUS.resolve("rules"), ".yml")
                .map(Deployed::read)
                .flatMap(String::lines)
                .filter(line -> !line.matches("\\s*(#|summary:|runbook_url:|- name:).*"))
                .toList();
    }

    private static Stream<String> series(String expression) {
        return SERIES.matcher(MATCHERS.matcher(expression).replaceAll("\"\""))
                .results()
                .map(found -> found.group());
    }
}

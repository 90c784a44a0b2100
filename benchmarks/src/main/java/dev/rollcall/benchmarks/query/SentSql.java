package dev.rollcall.benchmarks.query;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The SQL that an answer took, by PostgreSQL's own log: what pgbench sends afterwards is what the server sent.
final class SentSql {
    private static final Pattern EXECUTED = Pattern.compile("LOG:  execute [^:]+: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:  [Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = '((?:[^']|'')*+)'");
    private static final List<String> SETTINGS = List.of(
            "ALTER SYSTEM SET logging_collector = on",
            "ALTER SYSTEM SET log_directory = 'log'",
            "ALTER SYSTEM SET log_filename = 'sql.log'");

    private static final String MARK = "the call is over";

    private final Engines engines;

    SentSql(Engines engines) {
        this.engines = engines;
    }

    /// A statement with its parameters, by number.
    record Statement(String sql, Map<Integer, String> parameters) {}

    @FunctionalInterface
    interface Call {
        void run() throws IOException;
    }

    /// Takes effect when PostgreSQL starts the next time.
    static void prepare(Engines engines) {
        execute(engines, SETTINGS);
    }

    /// What was sent about devices while somebody called.
    List<Statement> during(Call call) {
        execute(engines, List.of("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()"));
        try {
            awaitSetting("all");
            var begin = Files.size(log());
            call.run();
            return statements(logFrom(Math.toIntExact(begin)));
        } catch (IOException e) {
            throw new BenchFailure("PostgreSQL's log can't be read: " + e.getMessage(), e);
        } finally {
            execute(engines, List.of("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()"));
            awaitSetting("none");
        }
    }

    /// Those about devices that a log tells of.
    static List<Statement> statements(String log) {
        var statements = new ArrayList<Statement>();
        var sql = "";
        for (var entry : entries(log)) {
            var executed = EXECUTED.matcher(entry);
            var parameters = PARAMETERS.matcher(entry);
            if (executed.find()) {
                sql = executed.group(1);
            } else if (parameters.find() && sql.contains("status.device")) {
                statements.add(new Statement(sql, parameters(parameters.group(1))));
                sql = "";
            }
        }
        return statements;
    }

    /// A line that begins with a tab goes on with the one before.
    private static List<String> entries(String log) {
        return List.of(log.replace("\n\t", "\n ").split("\n(?! )", -1));
    }

    private static Map<Integer, String> parameters(String text) {
        var parameters = new LinkedHashMap<Integer, String>();
        var found = PARAMETER.matcher(text);
        while (found.find()) {
            parameters.put(Integer.valueOf(found.group(1)), found.group(2).replace("''", "'"));
        }
        return parameters;
    }

    /// What PostgreSQL is told comes to the log in that order, and some moments later: all is there once a mark is.
    private String logFrom(int begin) throws IOException {
        for (var look = 0; look < 1_000; look++) {
            execute(engines, List.of("SELECT '" + MARK + "'"));
            var log = Files.readString(log()).substring(begin);
            if (log.contains(MARK)) {
                return log;
            }
        }
        throw new BenchFailure("PostgreSQL does not write its log");
    }

    private Path log() {
        return engines.data().resolve("postgres/cluster/log/sql.log");
    }

    private void awaitSetting(String wanted) {
        for (var look = 0; look < 1_000; look++) {
            try (var connection = engines.connect("postgres");
                    var statement = connection.createStatement();
                    var setting = statement.executeQuery("SHOW log_statement")) {
                setting.next();
                if (setting.getString(1).equals(wanted)) {
                    return;
                }
            } catch (SQLException e) {
                throw new BenchFailure("PostgreSQL does not answer: " + e.getMessage(), e);
            }
        }
        throw new BenchFailure("PostgreSQL does not read its settings again");
    }

    private static void execute(Engines engines, List<String> commands) {
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new BenchFailure("PostgreSQL does not take a setting: " + e.getMessage(), e);
        }
    }
}

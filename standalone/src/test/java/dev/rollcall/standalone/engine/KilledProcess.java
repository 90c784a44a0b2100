package dev.rollcall.standalone.engine;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Starts PostgreSQL in the directory of its argument, commits something, and dies without a farewell.
final class KilledProcess {
    private static final int KILLED = 137;

    private KilledProcess() {}

    public static void main(String[] arguments) throws SQLException {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]));
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        Runtime.getRuntime().halt(KILLED);
    }
}

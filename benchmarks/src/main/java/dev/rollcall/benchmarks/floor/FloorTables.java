package dev.rollcall.benchmarks.floor;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.sql.Connection;
import java.sql.SQLException;

/// The two tables of one run, in a database of their own that is gone afterwards.
record FloorTables(Engines engines) implements AutoCloseable {
    private static final String DATABASE = "floor";

    private static final String TABLES = """
            CREATE TABLE requests (serial_number text, tenant text, batch bigint, at timestamptz);
            CREATE TABLE outcomes (serial_number text, tenant text, batch bigint, at timestamptz)
            """;

    private static final String COUNT = "SELECT (SELECT count(*) FROM requests), (SELECT count(*) FROM outcomes)";

    static FloorTables create(Engines engines) throws SQLException {
        administer(engines, "CREATE DATABASE " + DATABASE);
        var tables = new FloorTables(engines);
        try (var connection = tables.connect();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        return tables;
    }

    Connection connect() throws SQLException {
        return engines.connect(DATABASE);
    }

    void requireRows(long rows) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var counted = statement.executeQuery(COUNT)) {
            counted.next();
            if (counted.getLong(1) != rows || counted.getLong(2) != rows) {
                throw new BenchFailure(
                        "the floor has " + counted.getLong(1) + " and " + counted.getLong(2) + " rows of " + rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        administer(engines, "DROP DATABASE " + DATABASE + " WITH (FORCE)");
    }

    private static void administer(Engines engines, String command) throws SQLException {
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}

package dev.rollcall.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// The Kafka and the PostgreSQL of a data directory that somebody serves from: how to reach them, with the passwords
/// that stand beside their data.
public record Engines(Path data, String bootstrapServers) {
    private static final String USER = "postgres";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /// Settings of a client of Kafka.
    public Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"rollcall\" password=\"%s\";"
                        .formatted(read(kafkaLog().resolve("password"))));
    }

    public Path kafkaLog() {
        return data.resolve("kafka");
    }

    public long postmasterPid() {
        return Long.parseLong(postmaster(PID_LINE));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/" + database;
    }

    public int postgresPort() {
        return Integer.parseInt(postmaster(PORT_LINE));
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, postgresPassword());
    }

    public String postgresUser() {
        return USER;
    }

    public String postgresPassword() {
        return read(data.resolve("postgres/password"));
    }

    public String postgresVersion() {
        try (var connection = connect(USER)) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new BenchFailure("PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "Engines[" + data + "]";
    }

    private String postmaster(int line) {
        return read(data.resolve("postgres/cluster/postmaster.pid"))
                .lines()
                .skip(line)
                .findFirst()
                .orElseThrow()
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new BenchFailure("the file " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}

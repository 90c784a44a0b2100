package dev.rollcall.standalone.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// PostgreSQL as a child process, with its cluster in a directory that outlives both. What it has
/// committed is on disk: it refuses to start in any other mode.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String DATABASE = "postgres";
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    /// New rows go to random places of many indexes. Where those pages do not fit into its memory,
    /// every row evicts some, and after every checkpoint each is written whole once more. So it
    /// gets memory, and rare checkpoints; no rarer than a crash's log can be read in seconds.
    private static final Map<String, String> ROOM =
            Map.of("shared_buffers", "1GB", "max_wal_size", "2GB", "checkpoint_timeout", "15min");

    private static final Duration START_PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /// Returns once it answers queries. Makes the cluster when the directory is used for the first
    /// time, and stops the server that a killed process may have left behind.
    public static EmbeddedDatabase start(Path directory) {
        return start(directory, Map.of());
    }

    /// `settings` are PostgreSQL's own, on top of those that standalone needs.
    static EmbeddedDatabase start(Path directory, Map<String, String> settings) {
        try {
            OwnerOnly.createDirectory(directory);
            var password = SecretFile.open(directory.resolve("password"));
            Postmaster.stopLeftover(cluster(directory));
            var database = new EmbeddedDatabase(server(directory, password, settings), password);
            database.requireDurability();
            return database;
        } catch (IOException | IllegalStateException e) {
            throw new StartFailure("PostgreSQL did not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + LocalPorts.ADDRESS + ":" + server.getPort() + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres server(Path directory, String password, Map<String, String> settings)
            throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setDataDirectory(cluster(directory))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_PATIENCE)
                .setServerConfig("listen_addresses", LocalPorts.ADDRESS)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("log_checkpoints", "off")
                // Options of initdb, all of them: this is the one way the library has for them.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.resolve("password").toString())
                .setConnectConfig("password", password);
        ROOM.forEach(builder::setServerConfig);
        settings.forEach(builder::setServerConfig);
        DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
        return builder.start();
    }

    private static Path cluster(Path directory) {
        return directory.resolve("cluster");
    }

    private void requireDurability() {
        try (var connection = DriverManager.getConnection(jdbcUrl(), USER, password);
                var statement = connection.createStatement()) {
            for (var setting : DURABILITY) {
                try (var answer = statement.executeQuery("SHOW " + setting)) {
                    if (!answer.next() || !"on".equals(answer.getString(1))) {
                        throw new StartFailure("PostgreSQL runs without " + setting + ", which could lose data");
                    }
                }
            }
        } catch (SQLException | StartFailure e) {
            close();
            throw e instanceof StartFailure failure ? failure : new StartFailure("PostgreSQL does not answer", e);
        }
    }
}

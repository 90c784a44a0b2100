package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.ServerProcess;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Kafka and PostgreSQL in a process of their own, or PostgreSQL alone, with a database for each service.
public record EngineProcess(ServerProcess process, Engines engines) implements AutoCloseable {
    private static final Watch START = new Watch(Duration.ofMillis(100), Duration.ofMinutes(2));

    /// `elsewhere` are the bootstrap servers of a Kafka that runs already, if any.
    public static EngineProcess start(
            Path home, WorkDirectory directory, String gcLog, List<String> databases, List<String> elsewhere)
            throws IOException {
        var started = startAgain(home, directory, gcLog, elsewhere);
        create(started.engines(), databases);
        return started;
    }

    /// With the databases that the directory holds.
    public static EngineProcess startAgain(Path home, WorkDirectory directory, String gcLog, List<String> elsewhere)
            throws IOException {
        var told = directory.data().resolve("bootstrap-servers");
        Files.deleteIfExists(told);
        var launch = Launch.mainOf(home, "dev.rollcall.benchmarks.enginehost.EngineHost", "-Xmx512m", gcLog);
        var output = directory.file("engines.out");
        var arguments = new ArrayList<>(List.of(directory.data().toString()));
        arguments.addAll(elsewhere);
        var process = new ServerProcess(launch.start(output, arguments.toArray(String[]::new)), output);
        START.until("the start of Kafka and PostgreSQL", () -> {
            if (!process.process().isAlive()) {
                throw process.failure();
            }
            return Files.exists(told);
        });
        return new EngineProcess(process, new Engines(directory.data(), Files.readString(told)));
    }

    @Override
    public void close() {
        process.close();
    }

    private static void create(Engines engines, List<String> databases) throws IOException {
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement()) {
            for (var database : databases) {
                statement.execute("CREATE DATABASE " + database);
            }
        } catch (SQLException e) {
            throw new IOException("a database can't be created", e);
        }
    }
}

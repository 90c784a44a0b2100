package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.services.EngineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// PostgreSQL of the cluster. It may answer at another port after each start; links follow it.
public final class Database {
    private final Path home;
    private final WorkDirectory directory;
    private final String bootstrapServers;
    private final List<String> databases;
    private EngineProcess host;
    private volatile Engines engines;

    private Database(Path home, WorkDirectory directory, String bootstrapServers, List<String> databases)
            throws IOException {
        this.home = home;
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
        this.databases = List.copyOf(databases);
        host = withNewDatabases();
        engines = host.engines();
    }

    static Database start(Path home, WorkDirectory directory, String bootstrapServers, List<String> databases)
            throws IOException {
        return new Database(home, directory, bootstrapServers, databases);
    }

    public Engines engines() {
        return engines;
    }

    int port() {
        return engines.postgresPort();
    }

    /// The power is gone for it.
    public void kill() {
        Signals.send("KILL", engines.postmasterPid());
        Signals.kill(host.process().process());
    }

    /// As an operator ends it for a restart, with connections and commits under way.
    public void end() {
        host.close();
    }

    /// With what it had on disk; returns once it answers.
    public void startAgain() {
        try {
            host = EngineProcess.startAgain(home, directory, log(), List.of(bootstrapServers));
            engines = host.engines();
        } catch (IOException e) {
            throw new BenchFailure("PostgreSQL can't be started: " + e.getMessage(), e);
        }
    }

    /// As at its first start, with databases that hold nothing.
    void startEmpty() throws IOException {
        host = withNewDatabases();
        engines = host.engines();
    }

    /// While it works.
    public Backup backUp(Backup.Way way) {
        return way.take(engines, directory.file("backup"));
    }

    /// Of one that has ended: its disk is lost, and the backup takes its place. Returns once it answers.
    public void startFrom(Backup backup) {
        try {
            clear(disk());
            backup.bringBack(this);
        } catch (IOException e) {
            throw new BenchFailure("PostgreSQL can't be brought back: " + e.getMessage(), e);
        }
    }

    Path disk() {
        return disk(engines);
    }

    static Path disk(Engines engines) {
        return engines.data().resolve("postgres/cluster");
    }

    private EngineProcess withNewDatabases() throws IOException {
        return EngineProcess.start(home, directory, log(), databases, List.of(bootstrapServers));
    }

    private static void clear(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String log() {
        return "-Xlog:gc:file=" + directory.file("engines.gc.log");
    }
}

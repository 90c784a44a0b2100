package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.services.EngineProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// PostgreSQL of the cluster. It may answer at another port after each start; links follow it.
public final class Database {
    private final Path home;
    private final WorkDirectory directory;
    private final String bootstrapServers;
    private EngineProcess host;
    private volatile Engines engines;

    private Database(Path home, WorkDirectory directory, String bootstrapServers, EngineProcess host) {
        this.home = home;
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
        this.host = host;
        this.engines = host.engines();
    }

    static Database start(Path home, WorkDirectory directory, String bootstrapServers, List<String> databases)
            throws IOException {
        var host = EngineProcess.start(home, directory, log(directory), databases, List.of(bootstrapServers));
        return new Database(home, directory, bootstrapServers, host);
    }

    public Engines engines() {
        return engines;
    }

    int port() {
        var url = engines.jdbcUrl("postgres");
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
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
            host = EngineProcess.startAgain(home, directory, log(directory), List.of(bootstrapServers));
            engines = host.engines();
        } catch (IOException e) {
            throw new BenchFailure("PostgreSQL can't be started: " + e.getMessage(), e);
        }
    }

    /// While it works.
    public BaseBackup backUp() {
        return BaseBackup.take(engines, directory.file("backup"));
    }

    /// Of one that has ended: its disk is lost, and the backup takes its place. Returns once it answers.
    public void startFrom(BaseBackup backup) {
        backup.putBack(engines);
        startAgain();
    }

    private static String log(WorkDirectory directory) {
        return "-Xlog:gc:file=" + directory.file("engines.gc.log");
    }
}

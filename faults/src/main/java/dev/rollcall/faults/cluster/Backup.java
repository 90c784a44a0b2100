package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.Engines;
import java.io.IOException;
import java.nio.file.Path;

/// What PostgreSQL comes back from where its disk is lost.
public sealed interface Backup permits BaseBackup, Dumps {

    /// How one is taken of a server that works.
    @FunctionalInterface
    interface Way {
        Backup take(Engines engines, Path into);
    }

    /// Starts a server that has ended and whose disk is empty; returns once it answers, with what is in here.
    void bringBack(Database database) throws IOException;
}

package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.engine.OwnerOnly;
import dev.rollcall.standalone.engine.StartFailure;
import java.io.IOException;
import java.nio.file.Path;

/// Sends the log into the data directory. To be called before anything is logged: the logging reads
/// it once.
final class LogFile {
    private static final String PROPERTY = "rollcall.log";

    private LogFile() {}

    static void in(Path dataDirectory) {
        try {
            OwnerOnly.createDirectory(dataDirectory);
            System.setProperty(PROPERTY, dataDirectory.resolve("rollcall.log").toString());
        } catch (IOException e) {
            throw new StartFailure("the data directory " + dataDirectory + " can't be written: " + e, e);
        }
    }
}

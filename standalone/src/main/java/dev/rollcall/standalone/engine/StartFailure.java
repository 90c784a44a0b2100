package dev.rollcall.standalone.engine;

/// Why nothing was started, as one line for the person at the console. Expected mishaps only: a
/// port in use, a data directory that another process holds, a disk that can't be written.
public final class StartFailure extends RuntimeException {
    public StartFailure(String line) {
        super(line);
    }

    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}

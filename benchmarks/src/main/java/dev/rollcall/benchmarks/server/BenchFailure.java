package dev.rollcall.benchmarks.server;

/// Why nothing could be measured, in a line for whoever started it.
public final class BenchFailure extends RuntimeException {
    public BenchFailure(String message) {
        super(message);
    }

    public BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

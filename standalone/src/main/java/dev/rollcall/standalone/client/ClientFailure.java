package dev.rollcall.standalone.client;

/// The server can't be talked to, or says something that can't be acted on: one line for the person
/// at the console.
public final class ClientFailure extends RuntimeException {
    public ClientFailure(String line) {
        super(line);
    }

    public ClientFailure(String line, Throwable cause) {
        super(line, cause);
    }
}

package dev.rollcall.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A call whose body comes in pieces, as slowly as the test likes.
final class OpenCall implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    /// Sends the head, and says that a CSV body of so many bytes will follow.
    OpenCall(UploadServer server, String path, String token, int bodyLength) {
        this(server, path, token, "text/csv", bodyLength);
    }

    OpenCall(UploadServer server, String path, String token, String contentType, int bodyLength) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(PATIENCE_MILLIS);
            write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nIdempotency-Key: slow\r\nContent-Type: " + contentType + "\r\nContent-Length: " + bodyLength
                    + "\r\nConnection: close\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String piece) {
        try {
            socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Status line, headers and the problem that comes back; whether the server then waits for the body or not.
    String problem() {
        try {
            var input = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var answer = new StringBuilder();
            for (var read = input.read(); read >= 0 && read != '}'; read = input.read()) {
                answer.append((char) read);
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

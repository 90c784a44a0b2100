package dev.rollcall.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A sender at the level of bytes: it promises more than it sends, and sends that as slowly as it likes.
final class SlowSender implements AutoCloseable {
    private static final String PROMISED = "Content-Length: 1000000";
    private static final int PAUSE_MILLIS = 50;

    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final Socket socket;

    SlowSender(UploadServer server, String path, String contentType, @Nullable String token) {
        this(server, head(path, contentType, PROMISED, token));
    }

    private SlowSender(UploadServer server, String head) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(30_000);
            send(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Promises no length.
    static SlowSender inChunks(UploadServer server, String path, String contentType, String token) {
        return new SlowSender(server, head(path, contentType, "Transfer-Encoding: chunked", token));
    }

    private static String head(String path, String contentType, String length, @Nullable String token) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType + "\r\n" + length
                + "\r\n" + (token == null ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n";
    }

    SlowSender send(String text) {
        return send(text.getBytes(StandardCharsets.US_ASCII));
    }

    SlowSender send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on a byte at a time, until the server has had enough.
    SlowSender trickle() {
        var _ = pulse.scheduleWithFixedDelay(() -> send("x"), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /// All that the server says until it closes the connection.
    String answer() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The beginning of what the server says.
    String statusLine() {
        try {
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Goes away with a reset, as a process that dies.
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        pulse.shutdownNow();
        socket.close();
    }
}

package dev.rollcall.faults.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// A connection on which every byte is ours.
final class Wire implements AutoCloseable {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final int CONNECT_MILLIS = 30_000;

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /// Waits no longer than `patience` for whatever the other end says.
    static Wire to(URI address, Duration patience) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return new Wire(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// All that the other end says until it ends the connection or is silent for too long.
    String heard() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (IOException _) {
            // Silence, or a connection that was reset.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /// The statuses of all answers that come.
    List<Integer> statuses() {
        return STATUS_LINE
                .matcher(heard())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /// Whether the other end has ended it, or says something, within its patience.
    boolean isLeft() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

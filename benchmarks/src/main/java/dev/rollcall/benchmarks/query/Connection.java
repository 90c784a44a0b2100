package dev.rollcall.benchmarks.query;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A connection that stays open for as many requests as the server likes, and no more of HTTP than
/// it takes: on a machine that the server shares with its callers, what a caller costs is missing
/// from what is measured.
final class Connection implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int HEXADECIMAL = 16;

    private final int port;
    private final String token;
    private Socket socket;
    private InputStream in;

    Connection(URI server, String token) throws IOException {
        this.port = server.getPort();
        this.token = token;
        this.socket = open(port);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /// The body of a 200. Anything else is an error.
    String get(String path) throws IOException {
        var body = new ByteArrayOutputStream(BUFFER);
        get(path, "application/json", body);
        return body.toString(StandardCharsets.UTF_8);
    }

    void get(String path, String accept, OutputStream body) throws IOException {
        socket.getOutputStream().write("""
                GET %s HTTP/1.1\r
                Host: localhost\r
                Accept: %s\r
                Authorization: Bearer %s\r
                \r
                """.formatted(path, accept, token).getBytes(StandardCharsets.US_ASCII));
        var status = line();
        var length = -1L;
        var isLast = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Long.parseLong(name.substring(name.indexOf(':') + 1).strip());
            }
            isLast |= name.equals("connection: close");
        }
        if (!status.contains(" 200")) {
            throw new IOException(path + " is answered " + status);
        }
        if (length >= 0) {
            copy(length, body);
        } else {
            chunks(body);
        }
        if (isLast) {
            socket.close();
            socket = open(port);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
    }

    private static Socket open(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void chunks(OutputStream body) throws IOException {
        for (var size = Long.parseLong(line(), HEXADECIMAL); size > 0; size = Long.parseLong(line(), HEXADECIMAL)) {
            copy(size, body);
            line();
        }
        line();
    }

    private void copy(long length, OutputStream body) throws IOException {
        var buffer = new byte[BUFFER];
        for (var rest = length; rest > 0; ) {
            var read = in.read(buffer, 0, (int) Math.min(BUFFER, rest));
            if (read < 0) {
                throw new EOFException("the server has hung up");
            }
            body.write(buffer, 0, read);
            rest -= read;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server has hung up");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}

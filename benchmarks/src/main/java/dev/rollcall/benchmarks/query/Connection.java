package dev.rollcall.benchmarks.query;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A connection that stays open for as many requests as the server likes, and no more of HTTP than
/// it takes: on a machine that the server shares with its callers, what a caller costs is missing
/// from what is measured.
final class Connection implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int HEXADECIMAL = 16;
    private static final String LENGTH = "Content-Length:";
    private static final String CLOSE = "Connection: close";

    private final int port;
    private final String token;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;
    private int next;
    private int end;

    Connection(URI server, String token) throws IOException {
        this.port = server.getPort();
        this.token = token;
        this.socket = open(port);
    }

    /// The body of a 200. Anything else is an error.
    String get(String path) throws IOException {
        var body = new ByteArrayOutputStream();
        ask(request(path, "application/json"), body);
        return body.toString(StandardCharsets.UTF_8);
    }

    /// For [#ask], as often as one likes.
    byte[] request(String path, String accept) {
        return """
                GET %s HTTP/1.1\r
                Host: localhost\r
                Accept: %s\r
                Authorization: Bearer %s\r
                \r
                """.formatted(path, accept, token).getBytes(StandardCharsets.US_ASCII);
    }

    void ask(byte[] request, OutputStream body) throws IOException {
        socket.getOutputStream().write(request);
        var status = line();
        var length = -1L;
        var isLast = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(header.substring(LENGTH.length()).strip());
            }
            isLast |= header.equalsIgnoreCase(CLOSE);
        }
        if (!status.contains(" 200")) {
            throw new IOException("a question is answered " + status);
        }
        if (length >= 0) {
            copy(length, body);
        } else {
            chunks(body);
        }
        if (isLast) {
            socket.close();
            socket = open(port);
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
        for (var rest = length; rest > 0; ) {
            fill();
            var part = (int) Math.min(rest, end - next);
            body.write(buffer, next, part);
            next += part;
            rest -= part;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var character = character(); character != '\n'; character = character()) {
            line.append(character);
        }
        return line.toString().strip();
    }

    private char character() throws IOException {
        fill();
        return (char) buffer[next++];
    }

    /// With at least one byte.
    private void fill() throws IOException {
        if (next == end) {
            end = Math.max(0, socket.getInputStream().read(buffer));
            next = 0;
            if (end == 0) {
                throw new EOFException("the server has hung up");
            }
        }
    }
}

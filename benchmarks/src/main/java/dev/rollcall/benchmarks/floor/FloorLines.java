package dev.rollcall.benchmarks.floor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a file, as bytes, without their ends. No line may be longer than the buffer.
final class FloorLines implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    FloorLines(Path path) throws IOException {
        this.file = Files.newInputStream(path);
    }

    static byte[] firstColumn(byte[] line) {
        var comma = 0;
        while (comma < line.length && line[comma] != ',') {
            comma++;
        }
        return Arrays.copyOf(line, comma);
    }

    void skip() throws IOException {
        next();
    }

    byte @Nullable [] next() throws IOException {
        var end = lineEnd(from);
        if (end == to && !refill()) {
            return null;
        }
        end = lineEnd(from);
        var line = Arrays.copyOfRange(buffer, from, end);
        from = Math.min(end + 1, to);
        return line;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private int lineEnd(int start) {
        var end = start;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /// Whether there is anything more to read, a last line without an end included.
    private boolean refill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        var read = file.readNBytes(buffer, to, BUFFER - to);
        to += read;
        return to > 0;
    }
}

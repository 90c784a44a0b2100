package dev.rollcall.upload.reading;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// The first line of a text that is not blank, and its number. `complete` is false where it is
/// longer than any header.
record HeaderLine(long number, String text, boolean complete) {

    /// Null where the text has no such line.
    static @Nullable HeaderLine read(Reader reader, int limit) throws IOException {
        var line = new StringBuilder();
        var number = 1L;
        var previous = -1;
        for (var c = reader.read(); c >= 0 && line.length() <= limit; c = reader.read()) {
            var lineEnd = c == '\r' || c == '\n';
            if (lineEnd && !line.toString().isBlank()) {
                return new HeaderLine(number, line.toString(), true);
            }
            if (!lineEnd) {
                line.append((char) c);
            } else {
                line.setLength(0);
                number += c == '\n' && previous == '\r' ? 0 : 1;
            }
            previous = c;
        }
        return line.toString().isBlank() ? null : new HeaderLine(number, line.toString(), line.length() <= limit);
    }
}

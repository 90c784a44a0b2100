package dev.rollcall.upload.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/// Decodes a whole file once, only to see whether it is text. NUL characters are none: they are what binary files are
/// full of, and what no database can store.
final class TextScan {
    private static final int CHUNK = 1 << 16;

    private final String file;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer text = CharBuffer.allocate(CHUNK);
    private long line = 1;
    private long column;
    private boolean afterReturn;

    private TextScan(String file, TextEncoding encoding) {
        this.file = file;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// Where the file stops being text in this encoding, or null where it never does.
    static @Nullable Problem run(SourceFile file, TextEncoding encoding) throws IOException {
        if (encoding.holdsAscii() && AsciiScan.passes(file, encoding.markLength())) {
            return null;
        }
        try (var input = file.content().open()) {
            input.skipNBytes(encoding.markLength());
            return new TextScan(file.name(), encoding).run(input);
        }
    }

    private @Nullable Problem run(InputStream input) throws IOException {
        var end = false;
        Problem problem = null;
        while (!end && problem == null) {
            var read = input.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            problem = decode(end);
            bytes.compact();
        }
        return problem;
    }

    private @Nullable Problem decode(boolean end) {
        CoderResult result;
        do {
            result = decoder.decode(bytes, text.clear(), end);
            var zero = walk(text.flip());
            if (zero) {
                return problem("a NUL character: this is not text");
            }
        } while (result.isOverflow());
        column++;
        var problem = result.isError() ? problem(undecodable()) : null;
        column--;
        return problem;
    }

    /// Follows lines and columns; true at the first NUL, with the column on it.
    private boolean walk(CharBuffer chars) {
        var array = chars.array();
        var lineStart = -column;
        for (var i = 0; i < chars.limit(); i++) {
            var c = array[i];
            if (c > '\r') {
                continue;
            }
            if (c == 0) {
                column = i - lineStart + 1;
                return true;
            }
            if (isLineEnd(array, i)) {
                line++;
            }
            if (c == '\n' || c == '\r') {
                lineStart = i + 1L;
            }
        }
        column = chars.limit() - lineStart;
        afterReturn = chars.limit() > 0 ? array[chars.limit() - 1] == '\r' : afterReturn;
        return false;
    }

    /// CR, LF and CRLF each end one line.
    private boolean isLineEnd(char[] array, int i) {
        var previous = i > 0 ? array[i - 1] == '\r' : afterReturn;
        return array[i] == '\r' || (array[i] == '\n' && !previous);
    }

    private String undecodable() {
        return "byte 0x%02X does not belong in %s text"
                .formatted(bytes.get(bytes.position()) & 0xFF, decoder.charset().name());
    }

    private Problem problem(String message) {
        return Problem.at(file, line, column, message);
    }
}

package dev.rollcall.upload.reading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How the text of a file is encoded: its charset, and how many bytes of byte order mark precede it.
record TextEncoding(Charset charset, int markLength) {
    private static final int BUFFER = 1 << 16;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// What the first bytes allow, the likeliest first. A mark decides; without one it is UTF-16 where every other
    /// byte of the first two letters is zero, else UTF-8, else what Excel calls ANSI in the west.
    static List<TextEncoding> candidates(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return List.of(new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return List.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return List.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
        }
        return withoutMark(head);
    }

    /// Whether every file of ASCII alone is text in this encoding.
    boolean holdsAscii() {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(WINDOWS_1252);
    }

    Reader open(SourceFile file) throws IOException {
        // The decoder would ask the file for 8 KiB at a time.
        var bytes = new BufferedInputStream(file.content().open(), BUFFER);
        bytes.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(bytes, charset), BUFFER);
    }

    private static List<TextEncoding> withoutMark(byte[] head) {
        if (head.length >= 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
            return List.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
        }
        if (head.length >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) {
            return List.of(new TextEncoding(StandardCharsets.UTF_16BE, 0));
        }
        return List.of(new TextEncoding(StandardCharsets.UTF_8, 0), new TextEncoding(WINDOWS_1252, 0));
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

package dev.rollcall.upload.reading;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Tells whether a file is ASCII without NUL characters, eight bytes at a look. Such a file is text in every encoding
/// that has ASCII in it, so most files need not be decoded to find that out.
final class AsciiScan {
    private static final int CHUNK = 1 << 16;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;

    private AsciiScan() {}

    /// `skipped` bytes at the file's beginning are not looked at.
    static boolean passes(SourceFile file, int skipped) throws IOException {
        try (var input = file.content().open()) {
            input.skipNBytes(skipped);
            return passes(input, new byte[CHUNK]);
        }
    }

    private static boolean passes(InputStream input, byte[] chunk) throws IOException {
        for (var read = input.read(chunk); read >= 0; read = input.read(chunk)) {
            if (!isAscii(chunk, read)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] bytes, int length) {
        var at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            var eight = (long) EIGHT.get(bytes, at);
            // Of a byte that is 0, the 1 that is taken away leaves the high bit.
            if (((eight | (eight - ONES)) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < length; at++) {
            if (bytes[at] <= 0) {
                return false;
            }
        }
        return true;
    }
}

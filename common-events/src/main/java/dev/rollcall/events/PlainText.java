package dev.rollcall.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes that stand in a JSON text as they are: ASCII without control characters, quotes and backslashes. Eight are
/// looked at together, because a hash has thousands.
final class PlainText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long SPACES = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private PlainText() {}

    /// The place of the first byte from `from` on that is none, or the length.
    static int end(byte[] bytes, int from) {
        var at = from;
        while (at + Long.BYTES <= bytes.length && arePlain((long) EIGHT.get(bytes, at))) {
            at += Long.BYTES;
        }
        while (at < bytes.length && isPlain(bytes[at])) {
            at++;
        }
        return at;
    }

    /// A byte's high bit is set where the byte itself has it, where it is less than a space, or where nothing is left
    /// of it but the 1 that is taken away. What that borrows from its neighbour does not matter any more.
    private static boolean arePlain(long eight) {
        var special = eight | (eight - SPACES) | ((eight ^ QUOTES) - ONES) | ((eight ^ BACKSLASHES) - ONES);
        return (special & HIGH_BITS) == 0;
    }

    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }
}

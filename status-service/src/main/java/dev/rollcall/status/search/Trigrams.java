package dev.rollcall.status.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/// The sequences of three characters in texts, as a set of bits, several sequences to a bit: a text that has not all
/// the bits of its part has not the part. Only ASCII counts, in which everybody agrees on what lower case is.
final class Trigrams {
    /// For the texts of a block, [TextBlocks#ENTRIES] of them.
    static final int BITS = 1 << 13;

    private static final int SPREAD = 0x9E3779B1;
    private static final int ASCII = 0x80;

    private Trigrams() {}

    /// The set, as `get_bit` of PostgreSQL numbers its bits. The texts are in lower case.
    static byte[] of(Collection<String> texts) {
        var bits = new BitSet(BITS);
        texts.forEach(text -> bits(text).forEach(bits::set));
        return Arrays.copyOf(bits.toByteArray(), BITS / Byte.SIZE);
    }

    /// The bits that are set wherever a text contains `part`, whatever its case.
    static IntStream bits(String part) {
        return IntStream.rangeClosed(0, part.length() - 3)
                .filter(at -> part.charAt(at) < ASCII && part.charAt(at + 1) < ASCII && part.charAt(at + 2) < ASCII)
                .map(at -> bit(lower(part.charAt(at)), lower(part.charAt(at + 1)), lower(part.charAt(at + 2))))
                .distinct();
    }

    private static int bit(int first, int second, int third) {
        return ((first << 14 | second << 7 | third) * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BITS));
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}

package dev.rollcall.identity;

import java.nio.charset.StandardCharsets;

/// Text that every encoding of Unicode can carry. JSON lets a sender write half a surrogate pair, which
/// nothing behind it can store; such halves become `?`.
public final class WellFormedText {
    private WellFormedText() {}

    public static String of(String text) {
        // There and back is several times faster than a look at each character: a hash has thousands of them.
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

package dev.rollcall.identity;

import java.nio.charset.StandardCharsets;

/// Text that every encoding of Unicode can carry. JSON lets a sender write half a surrogate pair, which nothing behind
/// it
/// can store; such halves become `?`.
public final class WellFormedText {
    private WellFormedText() {}

    public static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }
}

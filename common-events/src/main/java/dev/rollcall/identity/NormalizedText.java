package dev.rollcall.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is compared: Unicode NFKC, trimmed, inner white space collapsed, case folded. Leading zeros stay.
public final class NormalizedText {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private NormalizedText() {}

    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        return isPrintableAscii(text) ? ofAscii(text) : ofUnicode(text);
    }

    /// What [#ofUnicode] comes to for printable ASCII, which nearly every device's tuple is, many times sooner.
    private static String ofAscii(String text) {
        var folded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != ' ') {
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().stripTrailing();
    }

    static String ofUnicode(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var spaced = WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
        // Upper case first: full case folding makes "ß" and "SS" one, which lower case alone does not.
        var folded = spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    public static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintableAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}

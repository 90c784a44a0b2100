package dev.rollcall.upload.reading;

/// Text that JSON, Kafka and a database can all carry: no NUL character, no half of a surrogate pair.
public final class StorableText {
    private StorableText() {}

    public static boolean test(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }
}

package dev.rollcall.status.projection;

/// Text as PostgreSQL can store it.
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    public static String of(String text) {
        return text.replace('\0', REPLACEMENT);
    }
}

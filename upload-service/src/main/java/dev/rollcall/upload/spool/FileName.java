package dev.rollcall.upload.spool;

import java.util.regex.Pattern;

/// The name of an uploaded file as it is shown to people: without folders, control characters and excess length.
final class FileName {
    private static final int MAX = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFD]");

    private FileName() {}

    static String of(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .strip();
        var shortened = name.substring(Math.max(0, name.length() - MAX));
        // Last, because the cut may have left half of a surrogate pair.
        return UNPRINTABLE.matcher(shortened).replaceAll("?");
    }
}

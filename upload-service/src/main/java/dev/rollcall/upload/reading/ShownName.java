package dev.rollcall.upload.reading;

import java.util.regex.Pattern;

/// A name that the sender chose, as answers quote it: at most a hundred characters, and none that JSON or a database
/// can't carry.
final class ShownName {
    private static final int MAX = 100;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private ShownName() {}

    static String of(String name) {
        var text = name.strip();
        var shortened = text.length() <= MAX ? text : text.substring(0, MAX) + "…";
        // Last, because the cut may have left half of a surrogate pair.
        return UNPRINTABLE.matcher(shortened).replaceAll("?");
    }
}

package dev.rollcall.upload.spool;

import java.util.regex.Pattern;

/// The name of an uploaded file as it is shown to people: without folders, control characters and excess length.
final class FileName {
    private static final int MAX = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFD]");

    private FileName() {}

    static String of(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var printable = UNPRINTABLE.matcher(name).replaceAll("?").strip();
        return printable.length() <= MAX ? printable : printable.substring(printable.length() - MAX);
    }
}

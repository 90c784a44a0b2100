package dev.rollcall.standalone.samples;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a tool writes CSV: separator, quoting, line end, encoding.
record Csv(
        char separator, boolean quotes, String lineEnd, boolean finalLineEnd, Charset charset, boolean byteOrderMark) {
    private static final String MARK = "\uFEFF";

    static Csv commas(Charset charset, boolean byteOrderMark) {
        return new Csv(',', true, "\r\n", true, charset, byteOrderMark);
    }

    /// As `Get-WindowsAutoPilotInfo` does it, which removes every quote.
    Csv withoutQuotes() {
        return new Csv(separator, false, lineEnd, finalLineEnd, charset, byteOrderMark);
    }

    Csv separatedBy(char other) {
        return new Csv(other, quotes, lineEnd, finalLineEnd, charset, byteOrderMark);
    }

    /// LF between the lines and none at the end.
    Csv unixWithoutFinalNewline() {
        return new Csv(separator, quotes, "\n", false, charset, byteOrderMark);
    }

    byte[] write(List<List<String>> lines) {
        var text = lines.stream().map(this::line).collect(Collectors.joining(lineEnd));
        return Stream.of(byteOrderMark ? MARK : "", text, finalLineEnd ? lineEnd : "")
                .collect(Collectors.joining())
                .getBytes(charset);
    }

    private String line(List<String> fields) {
        return fields.stream().map(this::field).collect(Collectors.joining(String.valueOf(separator)));
    }

    private String field(String text) {
        return quotes && text.indexOf(separator) >= 0 ? '"' + text + '"' : text;
    }
}

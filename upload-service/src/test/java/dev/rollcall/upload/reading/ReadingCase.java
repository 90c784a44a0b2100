package dev.rollcall.upload.reading;

import dev.rollcall.fixtures.HardwareHashEncoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One file as somebody has it, and what is to be read from it. A case is a text resource:
///
/// ```
/// # where this form comes from
/// encoding: UTF-16LE+BOM          UTF-8 if left out
/// line ends: CRLF                 LF if left out
/// --- file
/// …                               {hash} is a valid hash, <0D> the byte 0D, whatever the encoding
/// --- expected
/// …                               the description that ReadingCasesTest makes of the reading
/// ```
/// The last line of the file has no line end, unless an empty one follows it.
record ReadingCase(String name, String encoding, String lineEnd, String file, String expected) {
    static final String HASH =
            HardwareHashEncoder.of("Contoso", "ContosoBook 13", "000123456789").encode();

    private static final Pattern BYTE = Pattern.compile("<([0-9A-F]{2})>");

    static List<ReadingCase> all() {
        try (var files = Files.list(Path.of("src/test/resources/reading"))) {
            return files.sorted().map(ReadingCase::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        var charset = Charset.forName(encoding.replace("+BOM", ""));
        var bytes = new ByteArrayOutputStream();
        var text = file.replace("\n", lineEnd).replace("{hash}", HASH);
        bytes.writeBytes((encoding.endsWith("+BOM") ? "\uFEFF" : "").getBytes(charset));
        var rest = 0;
        var raw = BYTE.matcher(text);
        while (raw.find()) {
            bytes.writeBytes(text.substring(rest, raw.start()).getBytes(charset));
            bytes.writeBytes(HexFormat.of().parseHex(raw.group(1)));
            rest = raw.end();
        }
        bytes.writeBytes(text.substring(rest).getBytes(charset));
        return bytes.toByteArray();
    }

    SourceFile source() {
        var bytes = bytes();
        return new SourceFile("devices.csv", () -> new ByteArrayInputStream(bytes));
    }

    private static ReadingCase load(Path path) {
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            var parts = text.split("(?m)^--- (file|expected)\n", -1);
            return new ReadingCase(
                    path.getFileName().toString(),
                    setting(parts[0], "encoding", "UTF-8"),
                    setting(parts[0], "line ends", "LF").equals("CRLF") ? "\r\n" : "\n",
                    parts[1].substring(0, parts[1].length() - 1),
                    parts[2].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String setting(String head, String name, String otherwise) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElse(otherwise);
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.rollcall.standalone.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// The body of an upload, `multipart/form-data` with one part per file, streamed from disk whatever its size. It can be
/// sent more than once.
final class UploadBody {
    private static final String BOUNDARY = "rollcall-3f1c9a5e7b2d4806";

    private final List<Path> files;

    UploadBody(List<Path> files) {
        this.files = List.copyOf(files);
    }

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /// `sent` hears of each number of bytes that goes out.
    BodyPublisher publisher(LongConsumer sent) {
        var parts = new ArrayList<BodyPublisher>();
        for (var file : files) {
            parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + name(file) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(content(file));
            parts.add(text("\r\n"));
        }
        parts.add(text("--" + BOUNDARY + "--\r\n"));
        return new CountedBody(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)), sent);
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new ClientFailure(file + " can't be read", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("[\"\\\\\r\n]", "_");
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}

package dev.rollcall.standalone.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/// The body of an upload, streamed from disk whatever its size: a JSON file as it is, other files
/// as `multipart/form-data` with one part each. It can be sent more than once.
final class UploadBody {
    private static final String BOUNDARY = "rollcall-3f1c9a5e7b2d4806";

    private final List<Path> files;

    private UploadBody(List<Path> files) {
        this.files = List.copyOf(files);
    }

    static UploadBody of(List<Path> files) {
        if (files.size() > 1 && files.stream().anyMatch(UploadBody::isJson)) {
            throw new ClientFailure("a JSON file has to be posted alone");
        }
        return new UploadBody(files);
    }

    String contentType() {
        return isJson(files.getFirst()) ? "application/json" : "multipart/form-data; boundary=" + BOUNDARY;
    }

    /// `sent` hears of each number of bytes that goes out.
    BodyPublisher publisher(LongConsumer sent) {
        return new CountedBody(isJson(files.getFirst()) ? content(files.getFirst()) : form(), sent);
    }

    private BodyPublisher form() {
        var parts = new ArrayList<BodyPublisher>();
        for (var file : files) {
            parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + name(file) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(content(file));
            parts.add(text("\r\n"));
        }
        parts.add(text("--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static boolean isJson(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
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

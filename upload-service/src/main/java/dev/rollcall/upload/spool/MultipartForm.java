package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Problem;
import dev.rollcall.upload.reading.Refusal;
import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.reading.StorableText;
import dev.rollcall.upload.spool.Arrival.CsvFiles;
import dev.rollcall.upload.spool.Arrival.Refused;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A form with one or many parts named `file`, CSV or zip each, and perhaps a `groupTag`. The
/// container has written the parts to the spool directory and removes them when the request ends.
final class MultipartForm {
    private static final int MAX_GROUP_TAG = 500;
    private static final byte[] ZIP_MAGIC = {'P', 'K'};

    private final Spool spool;
    private final List<SourceFile> files = new ArrayList<>();
    private @Nullable String groupTag;

    MultipartForm(Spool spool) {
        this.spool = spool;
    }

    Arrival receive(HttpServletRequest request) throws IOException {
        Refusal refusal = null;
        for (var part : parts(request)) {
            refusal = refusal == null ? receive(part) : refusal;
        }
        if (refusal == null && files.isEmpty()) {
            refusal = unreadable("the form has no part named \"file\"");
        }
        return refusal == null ? new CsvFiles(files, groupTag) : new Refused(refusal);
    }

    private @Nullable Refusal receive(Part part) throws IOException {
        return switch (part.getName()) {
            case "file" -> receiveFile(part);
            case "groupTag" -> receiveGroupTag(part);
            case null, default -> null;
        };
    }

    private @Nullable Refusal receiveFile(Part part) throws IOException {
        var submitted = part.getSubmittedFileName();
        var name = submitted == null ? "" : FileName.of(submitted);
        var file = new SourceFile(name.isEmpty() ? "file " + (files.size() + 1) : name, part::getInputStream);
        if (isZip(file)) {
            return new Archive(file, spool).unpackTo(files);
        }
        files.add(file);
        return null;
    }

    private static boolean isZip(SourceFile file) throws IOException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return true;
        }
        try (var input = file.content().open()) {
            return Arrays.equals(input.readNBytes(ZIP_MAGIC.length), ZIP_MAGIC) && input.read() < ' ';
        }
    }

    private @Nullable Refusal receiveGroupTag(Part part) throws IOException {
        try (var input = part.getInputStream()) {
            var text = new String(input.readNBytes(MAX_GROUP_TAG * 4 + 1), StandardCharsets.UTF_8).strip();
            if (text.length() > MAX_GROUP_TAG || !StorableText.test(text)) {
                return unreadable("the groupTag must be text of at most " + MAX_GROUP_TAG + " characters");
            }
            groupTag = text.isEmpty() ? null : text;
            return null;
        }
    }

    private static Iterable<Part> parts(HttpServletRequest request) throws IOException {
        try {
            return request.getParts();
        } catch (ServletException e) {
            throw new IOException("the parts were parsed before and can't be had now", e);
        }
    }

    private static Refusal unreadable(String message) {
        return Refusal.of(Kind.UNREADABLE, Problem.inFile("form", message));
    }
}

package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Limit;
import dev.rollcall.upload.reading.Problem;
import dev.rollcall.upload.reading.Refusal;
import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.reading.StorableText;
import dev.rollcall.upload.spool.Arrival.CsvFiles;
import dev.rollcall.upload.spool.Arrival.Refused;
import dev.rollcall.upload.spool.BoundedStream.LimitExceeded;
import dev.rollcall.upload.spool.BoundedStream.SourceFailed;
import dev.rollcall.upload.spool.DiskStream.DiskFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/// A form with one or many parts named `file`, CSV or zip each, and perhaps a `groupTag`. It is taken apart as it
/// comes, with the web server's own parser: so its parts count against what its sender may bring, are files of our
/// spool, and a full disk is not taken for a broken form.
final class MultipartForm {
    private static final int MAX_GROUP_TAG = 500;
    private static final int PART_HEAD_BYTES = 4_096;
    private static final byte[] ZIP_MAGIC = {'P', 'K'};

    private final Spool spool;
    private final List<SourceFile> files = new ArrayList<>();
    private @Nullable String groupTag;
    private int parts;

    MultipartForm(Spool spool) {
        this.spool = spool;
    }

    Arrival receive(String contentType, InputStream body) throws IOException {
        var limit = spool.allowance().maxBytes();
        try {
            return receive(new Form(contentType, new BoundedStream(body, limit)));
        } catch (LimitExceeded _) {
            return refused(tooLarge(Limit.bytes(limit), "the form is larger than " + limit + " bytes"));
        } catch (DiskFailed | SourceFailed e) {
            throw e;
        } catch (IOException _) {
            return refused(Refusal.of(
                    Kind.MALFORMED,
                    Problem.inFile("form", "the form can't be taken apart: a boundary is missing, or it broke off")));
        }
    }

    /// What comes behind a fault is read and forgotten, so that the sender gets to read the answer.
    private Arrival receive(Form form) throws IOException {
        Refusal refusal = null;
        var upload = new FileUpload();
        upload.setPartHeaderSizeMax(PART_HEAD_BYTES);
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        for (var items = upload.getItemIterator(form); items.hasNext(); ) {
            var part = items.next();
            refusal = refusal == null ? admit(part) : refusal;
        }
        if (refusal == null && files.isEmpty()) {
            refusal = unreadable("the form has no part named \"file\"");
        }
        return refusal == null ? new CsvFiles(files, groupTag, spool.allowance().rows()) : refused(refusal);
    }

    private @Nullable Refusal admit(FileItemStream part) throws IOException {
        var most = spool.allowance().maxFiles();
        return ++parts > most
                ? tooLarge(Limit.files(most), "the form has more than " + most + " parts")
                : receive(part);
    }

    private @Nullable Refusal receive(FileItemStream part) throws IOException {
        return switch (part.getFieldName()) {
            case "file" -> receiveFile(part);
            case "groupTag" -> receiveGroupTag(part);
            case null, default -> null;
        };
    }

    private @Nullable Refusal receiveFile(FileItemStream part) throws IOException {
        var name = nameOf(part);
        var content = spool.write(part.openStream());
        var file = new SourceFile(name.isEmpty() ? "file " + (files.size() + 1) : name, content);
        if (isZip(file)) {
            return new Archive(file, spool).unpackTo(files);
        }
        files.add(file);
        return null;
    }

    /// Empty where the part has none. The parser refuses to give out a name with a NUL in it, but tells it.
    private static String nameOf(FileItemStream part) {
        try {
            var submitted = part.getName();
            return submitted == null ? "" : FileName.of(submitted);
        } catch (InvalidFileNameException unusual) {
            return FileName.of(unusual.getName());
        }
    }

    private static boolean isZip(SourceFile file) throws IOException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return true;
        }
        try (var input = file.content().open()) {
            return Arrays.equals(input.readNBytes(ZIP_MAGIC.length), ZIP_MAGIC) && input.read() < ' ';
        }
    }

    private @Nullable Refusal receiveGroupTag(FileItemStream part) throws IOException {
        try (var input = part.openStream()) {
            var text = new String(input.readNBytes(MAX_GROUP_TAG * 4 + 1), StandardCharsets.UTF_8).strip();
            if (text.length() > MAX_GROUP_TAG || !StorableText.test(text)) {
                return unreadable("the groupTag must be text of at most " + MAX_GROUP_TAG + " characters");
            }
            groupTag = text.isEmpty() ? null : text;
            return null;
        }
    }

    private static Arrival refused(Refusal refusal) {
        return new Refused(refusal);
    }

    private static Refusal unreadable(String message) {
        return Refusal.of(Kind.UNREADABLE, Problem.inFile("form", message));
    }

    private static Refusal tooLarge(Limit limit, String message) {
        return Refusal.tooLarge(limit, Problem.inFile("form", message));
    }

    /// The body as the parser wants to see it.
    private record Form(String contentType, InputStream body) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        /// Unknown, because the bytes are counted as they come.
        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}

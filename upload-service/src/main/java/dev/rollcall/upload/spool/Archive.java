package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Limit;
import dev.rollcall.upload.reading.Problem;
import dev.rollcall.upload.reading.Refusal;
import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.spool.BoundedStream.LimitExceeded;
import dev.rollcall.upload.spool.BoundedStream.SourceFailed;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks the CSV files of a zip to the spool. It is read as a stream, entry by entry, so that a
/// lying directory can't fill the heap; entries and unpacked bytes are counted as they come, so
/// that no bomb goes off.
final class Archive {
    /// What old zips name their entries in; newer ones say that theirs are UTF-8, and are believed.
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final SourceFile archive;
    private final Spool spool;
    private final List<SourceFile> files = new ArrayList<>();
    private boolean empty = true;

    Archive(SourceFile archive, Spool spool) {
        this.archive = archive;
        this.spool = spool;
    }

    /// Adds the unpacked files to `target`; the refusal where the archive can't be taken, else null.
    @Nullable
    Refusal unpackTo(List<SourceFile> target) throws IOException {
        try (var zip = new ZipInputStream(archive.content().open(), OLD_NAMES)) {
            var refusal = unpack(zip);
            target.addAll(files);
            return refusal;
        } catch (LimitExceeded _) {
            var bytes = spool.allowance().maxBytes();
            return tooLarge(Limit.bytes(bytes), "unpacks to more than " + bytes + " bytes");
        } catch (SourceFailed | ZipException | EOFException _) {
            return unreadable("the zip can't be unpacked: it is damaged or encrypted");
        }
    }

    private @Nullable Refusal unpack(ZipInputStream zip) throws IOException {
        var content = new BoundedStream(zip, spool.unpackable());
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            empty = false;
            if (!spool.admitsEntry()) {
                var files = spool.allowance().maxFiles();
                return tooLarge(Limit.files(files), "brings the upload to more than " + files + " entries");
            }
            if (isCsv(entry)) {
                keep(entry, content);
            } else {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
        spool.unpacked(content.passed());
        return files.isEmpty() ? unreadable(emptiness()) : null;
    }

    private void keep(ZipEntry entry, BoundedStream content) throws IOException {
        files.add(new SourceFile(archive.name() + "/" + FileName.of(entry.getName()), spool.write(content)));
    }

    /// What macOS and file managers add on their own is no one's upload.
    private static boolean isCsv(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        var hidden = FileName.of(name).startsWith(".") || name.startsWith("__macosx/");
        return !entry.isDirectory() && !hidden && (name.endsWith(".csv") || name.endsWith(".txt"));
    }

    private String emptiness() throws IOException {
        if (!empty) {
            return "the zip holds no file whose name ends in .csv or .txt (an Excel workbook must be saved as CSV)";
        }
        try (var input = archive.content().open()) {
            return input.readNBytes(2).length == 0 ? "the file is empty" : "this is no zip, or an empty one";
        }
    }

    private Refusal unreadable(String message) {
        return Refusal.of(Kind.UNREADABLE, Problem.inFile(archive.name(), message));
    }

    private Refusal tooLarge(Limit limit, String message) {
        return Refusal.tooLarge(limit, Problem.inFile(archive.name(), "the zip " + message));
    }
}

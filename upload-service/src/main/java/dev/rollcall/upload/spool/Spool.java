package dev.rollcall.upload.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of one request on disk. Closing it deletes them all.
public final class Spool implements AutoCloseable {
    private final Path directory;
    private final SpoolProperties limits;
    private final List<Path> files = new ArrayList<>();
    private long unpacked;
    private int entries;

    Spool(Path directory, SpoolProperties limits) {
        this.directory = directory;
        this.limits = limits;
    }

    SpoolProperties limits() {
        return limits;
    }

    /// How many bytes archives may still unpack to, all those of the request together.
    long unpackable() {
        return limits.maxBytes().toBytes() - unpacked;
    }

    void unpacked(long bytes) {
        unpacked += bytes;
    }

    /// Counts one more entry of an archive; false where that is more than one request may bring.
    boolean admitsEntry() {
        return ++entries <= limits.maxFiles();
    }

    /// Writes all of `content` to a new file; the heap sees a buffer of it at most.
    Path write(InputStream content) throws IOException {
        var file = Files.createTempFile(directory, "body-", ".spool");
        files.add(file);
        try (var output = Files.newOutputStream(file)) {
            content.transferTo(output);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            Files.deleteIfExists(file);
        }
    }
}

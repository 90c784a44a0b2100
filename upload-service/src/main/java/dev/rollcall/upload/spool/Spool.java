package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.spool.DiskStream.DiskFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of one request on disk. Closing it deletes them all.
public final class Spool implements AutoCloseable {
    private final Path directory;
    private final Disk disk;
    private final Allowance allowance;
    private final List<Path> files = new ArrayList<>();
    private long unpacked;
    private int entries;

    Spool(Path directory, Disk disk, Allowance allowance) {
        this.directory = directory;
        this.disk = disk;
        this.allowance = allowance;
    }

    /// How a file is opened for writing.
    @FunctionalInterface
    interface Disk {
        OutputStream open(Path file) throws IOException;
    }

    Allowance allowance() {
        return allowance;
    }

    /// How many bytes archives may still unpack to, all those of the request together.
    long unpackable() {
        return allowance.maxBytes() - unpacked;
    }

    void unpacked(long bytes) {
        unpacked += bytes;
    }

    /// Counts one more entry of an archive; false where that is more than one request may bring.
    boolean admitsEntry() {
        return ++entries <= allowance.maxFiles();
    }

    /// Writes all of `content` to a new file; the heap sees a buffer of it at most.
    SourceFile.Content write(InputStream content) throws IOException {
        var file = newFile();
        try (var output = new DiskStream(open(file))) {
            content.transferTo(output);
        }
        return () -> Files.newInputStream(file);
    }

    private Path newFile() throws DiskFailed {
        try {
            var file = Files.createTempFile(directory, "body-", ".spool");
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new DiskFailed(e);
        }
    }

    private OutputStream open(Path file) throws DiskFailed {
        try {
            return disk.open(file);
        } catch (IOException e) {
            throw new DiskFailed(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            Files.deleteIfExists(file);
        }
    }
}

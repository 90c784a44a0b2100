package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The one directory that holds all that outlives the process. Whoever has it open is the only one
/// that has.
public final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /// Makes it where it is missing. Fails with a [StartFailure] where it can't be written or
    /// another process has it.
    public static DataDirectory open(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        try {
            OwnerOnly.createDirectory(root);
            var lockFile = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new StartFailure("another Rollcall is running on the data directory " + root);
            }
            return new DataDirectory(root, lockFile);
        } catch (IOException e) {
            throw new StartFailure("the data directory " + root + " can't be written: " + e.getMessage(), e);
        }
    }

    public Path root() {
        return root;
    }

    public Path credentials() {
        return root.resolve("credentials.json");
    }

    public Path signingKeys() {
        return root.resolve("signing-key.json");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    /// What is being uploaded.
    public Path spool() {
        return root.resolve("spool");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }
}

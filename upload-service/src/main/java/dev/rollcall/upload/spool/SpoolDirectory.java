package dev.rollcall.upload.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process's own directory below the configured one, with a lock that lives as long as the process. Directories
/// whose lock nobody holds are what a crash left over; they go at the start.
///
/// ```
/// <spool-dir>/<number>.lock
/// <spool-dir>/<number>/          bodies, parts, unpacked files
/// ```
final class SpoolDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolDirectory.class);
    private static final String LOCK_SUFFIX = ".lock";

    private final Path own;
    private final Path lockFile;
    private final FileChannel lock;

    private SpoolDirectory(Path own, Path lockFile, FileChannel lock) {
        this.own = own;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static SpoolDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            removeLeftovers(root);
            // The one way to a directory that only its owner may look into, on every file system: hashes are in it.
            var own = Files.createTempDirectory(root, "");
            var lockFile = own.resolveSibling(own.getFileName() + LOCK_SUFFIX);
            var lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IllegalStateException("somebody else locked a file of ours");
            }
            return new SpoolDirectory(own, lockFile, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("no spool directory below " + root, e);
        }
    }

    /// For the files of one request.
    Spool newSpool(Allowance allowance) {
        return new Spool(own, Files::newOutputStream, allowance);
    }

    Path path() {
        return own;
    }

    @Override
    public void close() throws IOException {
        deleteTree(own);
        lock.close();
        Files.deleteIfExists(lockFile);
    }

    private static void removeLeftovers(Path root) throws IOException {
        try (var locks = Files.newDirectoryStream(root, "*" + LOCK_SUFFIX)) {
            for (var lockFile : locks) {
                removeIfAbandoned(lockFile);
            }
        }
    }

    private static void removeIfAbandoned(Path lockFile) throws IOException {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                var name = lockFile.getFileName().toString();
                deleteTree(lockFile.resolveSibling(name.substring(0, name.length() - LOCK_SUFFIX.length())));
                Files.deleteIfExists(lockFile);
                LOG.atInfo().addKeyValue("directory", name).log("leftovers of an earlier run removed");
            }
        } catch (OverlappingFileLockException _) {
            LOG.atDebug().log("a spool directory of this very process is in use");
        } catch (NoSuchFileException _) {
            LOG.atDebug().log("another process removed the same leftovers");
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var tree = Files.walk(directory)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and directories that nobody but their owner may look into, from the instant they exist.
public final class OwnerOnly {
    private OwnerOnly() {}

    /// Leaves the rights of a directory that is there already as they are.
    public static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, rights("rwx------"));
        }
    }

    /// The file appears whole or not at all.
    public static void write(Path file, String text) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        var draft = Files.createTempFile(parent, file.getFileName().toString(), ".new", rights("rw-------"));
        Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] rights(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}

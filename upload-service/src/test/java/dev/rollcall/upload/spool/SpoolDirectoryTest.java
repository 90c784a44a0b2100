package dev.rollcall.upload.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SpoolDirectoryTest {
    private static final byte[] BODY = {1, 2, 3};

    @TempDir
    private Path root;

    @Test
    void removesTheFilesOfARequestWhenItEnds() throws IOException {
        try (var directory = SpoolDirectory.open(root)) {
            Path file;
            try (var spool = directory.newSpool(limits())) {
                file = spool.write(new ByteArrayInputStream(BODY));
                assertThat(file).hasBinaryContent(BODY);
            }

            assertThat(file).doesNotExist();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void letsOnlyItsOwnerLookInside() throws IOException {
        try (var directory = SpoolDirectory.open(root)) {
            assertThat(Files.getPosixFilePermissions(directory.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void removesWhatACrashLeftOver() throws IOException {
        Files.writeString(Files.createDirectory(root.resolve("dead")).resolve("body"), "left over");
        Files.createFile(root.resolve("dead.lock"));

        try (var _ = SpoolDirectory.open(root)) {
            assertThat(root.resolve("dead")).doesNotExist();
            assertThat(root.resolve("dead.lock")).doesNotExist();
        }
    }

    @Test
    void leavesTheDirectoryOfALivingProcessAlone() throws IOException {
        try (var one = SpoolDirectory.open(root);
                var other = SpoolDirectory.open(root)) {
            assertThat(one.path()).exists().isNotEqualTo(other.path());
        }
    }

    @Test
    void leavesNothingBehindWhenItCloses() throws IOException {
        SpoolDirectory.open(root).close();

        assertThat(root).isEmptyDirectory();
    }

    private SpoolProperties limits() {
        return new SpoolProperties(root, DataSize.ofMegabytes(1), 10);
    }
}

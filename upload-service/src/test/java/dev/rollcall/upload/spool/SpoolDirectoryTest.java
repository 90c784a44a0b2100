package dev.rollcall.upload.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upload.reading.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpoolDirectoryTest {
    private static final byte[] BODY = {1, 2, 3};

    private static final Allowance ALLOWANCE = new Allowance(1 << 20, 10, new Limits(10, 1_000));

    @TempDir
    private Path root;

    @Test
    void removesTheFilesOfARequestWhenItEnds() throws IOException {
        try (var directory = SpoolDirectory.open(root)) {
            try (var spool = directory.newSpool(ALLOWANCE)) {
                var content = spool.write(new ByteArrayInputStream(BODY));
                assertThat(content.open()).hasBinaryContent(BODY);
            }

            assertThat(directory.path()).isEmptyDirectory();
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
}

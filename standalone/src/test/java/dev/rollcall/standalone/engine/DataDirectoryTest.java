package dev.rollcall.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path parent = Path.of("");

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        try (var directory = DataDirectory.open(parent.resolve("data"))) {
            var rights = Files.getPosixFilePermissions(directory.root());

            assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rwx------");
        }
    }

    @Test
    void isHeldByOneAtATime() {
        try (var held = DataDirectory.open(parent)) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> DataDirectory.open(held.root()))
                    .withMessageContaining("another Rollcall is running");
        }
    }

    @Test
    void isFreeAgainOnceItIsClosed() {
        DataDirectory.open(parent).close();

        try (var again = DataDirectory.open(parent)) {
            assertThat(again.root()).isDirectory();
        }
    }

    @Test
    void tellsWhereItCanNotBeMade() throws IOException {
        var file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .withMessageContaining("can't be written");
    }
}

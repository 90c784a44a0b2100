package dev.rollcall.upload.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
    private static final byte[] HALF_A_BODY = "Serial Number\nS1\nS2".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path root;

    @Test
    void theNextStartRemovesWhatAKilledProcessWasReceiving() throws IOException, InterruptedException {
        var process = start();
        process.getOutputStream().write(HALF_A_BODY);
        process.getOutputStream().flush();
        await().untilAsserted(() -> assertThat(bodies())
                .singleElement()
                .satisfies(body -> assertThat(body).hasBinaryContent(HALF_A_BODY)));
        process.destroyForcibly().waitFor();
        assertThat(bodies()).isNotEmpty();

        try (var _ = SpoolDirectory.open(root)) {
            assertThat(bodies()).isEmpty();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWhileReceiving.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<Path> bodies() {
        try (var tree = Files.walk(root)) {
            return tree.filter(path -> path.toString().endsWith(".spool")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

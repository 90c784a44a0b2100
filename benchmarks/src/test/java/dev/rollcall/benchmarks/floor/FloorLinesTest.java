package dev.rollcall.benchmarks.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorLinesTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void readsEveryLineOfAFileThatIsLongerThanTheBuffer() throws IOException {
        var written = IntStream.range(0, 1_000)
                .mapToObj(number -> number + "," + "x".repeat(4_000))
                .toList();

        assertThat(read(String.join("\n", written) + "\n")).isEqualTo(written);
    }

    @Test
    void readsALastLineWithoutAnEnd() throws IOException {
        assertThat(read("a\nb")).containsExactly("a", "b");
    }

    @Test
    void keysARowByItsFirstColumn() {
        assertThat(FloorLines.firstColumn("abc,d,e".getBytes(StandardCharsets.US_ASCII)))
                .asString()
                .isEqualTo("abc");
    }

    private List<String> read(String content) throws IOException {
        var file = Files.writeString(directory.resolve("file"), content);
        var read = new ArrayList<String>();
        try (var lines = new FloorLines(file)) {
            var line = lines.next();
            while (line != null) {
                read.add(new String(line, StandardCharsets.US_ASCII));
                line = lines.next();
            }
        }
        return read;
    }
}

package dev.rollcall.upload.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upload.reading.Limits;
import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.spool.Arrival.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

/// Every write meets the operating system's own "No space left on device".
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final Allowance ALLOWANCE = new Allowance(1 << 20, 10, new Limits(10, 1_000));

    @TempDir
    private Path directory;

    @Test
    void doesNotBlameTheSenderOfARawBody() throws IOException {
        assertThat(refusalOf("text/csv", "Serial Number\nS1\n")).isEqualTo(Kind.NO_ROOM);
        assertThat(refusalOf("application/json", "{\"devices\":[]}")).isEqualTo(Kind.NO_ROOM);
    }

    @Test
    void doesNotBlameTheSenderOfAForm() throws IOException {
        var form = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"",
                "",
                "Serial Number",
                "S1",
                "--b--",
                "");

        assertThat(refusalOf("multipart/form-data; boundary=b", form)).isEqualTo(Kind.NO_ROOM);
    }

    @Test
    void leavesNothingBehind() throws IOException {
        refusalOf("text/csv", "Serial Number\nS1\n");

        assertThat(directory).isEmptyDirectory();
    }

    private @Nullable Kind refusalOf(String contentType, String body) throws IOException {
        var request = new MockHttpServletRequest("POST", "/v1/batches");
        request.setContentType(contentType);
        request.setContent(body.getBytes(StandardCharsets.US_ASCII));
        try (var spool = new Spool(directory, _ -> Files.newOutputStream(FULL), ALLOWANCE)) {
            return RequestBody.receive(request, spool) instanceof Refused(var refusal) ? refusal.kind() : null;
        }
    }
}

package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Issue 3, point 4: temporary files are gone after success, refusal and disconnect; CrashIT has the crash.
class SpoolIT {
    private final UploadServer server = UploadServer.shared();
    private final String token = Tokens.tenant("spool-" + UUID.randomUUID(), "devices:register");

    @AfterEach
    void leavesNothingOnDisk() {
        await().untilAsserted(() -> assertThat(server.spooledFiles()).isEmpty());
    }

    @Test
    void keepsNothingOfAnAcceptedUpload() {
        assertThat(post().file("a.csv", "Serial Number\nS1\n")
                        .file(
                                "b.zip",
                                new Zips().with("c.csv", "Serial Number\nS2\n").pack())
                        .send()
                        .status())
                .isEqualTo(202);
    }

    @Test
    void keepsNothingOfARefusedUpload() {
        assertThat(post().file("a.csv", "Serial Number\nS1\n")
                        .file("b.csv", "")
                        .send()
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/zip", "application/json", "multipart/form-data; boundary=b"})
    void keepsNothingOfAnUploadWhoseSenderResetTheConnection(String contentType) throws IOException {
        try (var sender = new SlowSender(server, "/v1/batches", contentType, token)) {
            sender.send("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
                    .send("Serial Number\n".repeat(1_000));
            await().untilAsserted(() -> assertThat(server.spooledFiles()).isNotEmpty());

            sender.reset();
        }
    }

    private UploadCall post() {
        return server.post("/v1/batches").as(token);
    }
}

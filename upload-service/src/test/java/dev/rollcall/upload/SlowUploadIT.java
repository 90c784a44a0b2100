package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Issue 3, point 4: slow uploads are cut off and hold nothing that others need.
@Timeout(120)
class SlowUploadIT {
    private static final int THREADS = 6;
    private static final String FORM_START =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nSerial Number\n";

    private static final UploadServer SERVER = UploadServer.start(Map.of(
            "rollcall.limits.body.idle-timeout", "1s",
            "rollcall.limits.body.grace", "1s",
            "server.tomcat.threads.max", THREADS));

    private final String token = Tokens.tenant("slow", "devices:register activity:write");

    @AfterEach
    void leavesNothingOnDisk() {
        await().untilAsserted(() -> assertThat(SERVER.spooledFiles()).isEmpty());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/batches, text/csv",
        "/v1/batches, application/json",
        "/v1/batches, application/zip",
        "/v1/batches, multipart/form-data; boundary=b",
        "/v1/device-activity, application/json"
    })
    void cutsOffWhoFallsSilent(String path, String contentType) throws IOException {
        try (var sender = new SlowSender(SERVER, path, contentType, token)) {
            sender.send(start(contentType));

            assertTimedOut(sender.answer());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/batches, text/csv",
        "/v1/batches, application/json",
        "/v1/batches, application/zip",
        "/v1/batches, multipart/form-data; boundary=b",
        "/v1/device-activity, application/json"
    })
    void cutsOffWhoSendsAByteNowAndThen(String path, String contentType) throws IOException {
        try (var sender = new SlowSender(SERVER, path, contentType, token)) {
            sender.send(start(contentType)).trickle();

            assertTimedOut(sender.answer());
        }
    }

    @Test
    void holdsNoConnectionAndNoBufferForThoseWhoHang() throws IOException {
        var senders = new ArrayList<SlowSender>();
        for (var i = 0; i < THREADS; i++) {
            senders.add(new SlowSender(SERVER, "/v1/batches", "text/csv", token).send("Serial Number\nS1\n"));
        }
        await().untilAsserted(() -> assertThat(SERVER.spooledFiles()).hasSize(THREADS));

        assertThat(SERVER.databaseConnectionsInUse()).isZero();
        assertThat(SERVER.producerBytesInUse()).isZero();

        for (var sender : senders) {
            assertTimedOut(sender.answer());
            sender.close();
        }
    }

    @Test
    void answersOthersWhileStrangersTrickle() throws IOException {
        var strangers = new ArrayList<SlowSender>();
        for (var i = 0; i < THREADS * 4; i++) {
            strangers.add(new SlowSender(SERVER, "/v1/batches", "text/csv", null).trickle());
        }

        var answer = SERVER.post("/v1/batches").as(token).sendCsv("Serial Number\nS1\n");

        assertThat(answer.status()).isEqualTo(202);
        for (var stranger : strangers) {
            assertThat(stranger.answer()).startsWith("HTTP/1.1 401").containsIgnoringCase("\r\nConnection: close\r\n");
            stranger.close();
        }
    }

    @Test
    void takesLittleAroundAChunk() throws IOException {
        try (var modest = SlowSender.inChunks(SERVER, "/v1/batches", "text/csv", token);
                var talkative = SlowSender.inChunks(SERVER, "/v1/batches", "text/csv", token)) {
            modest.send("11;" + "x".repeat(200) + "\r\nSerial Number\nS1\n\r\n0\r\n\r\n");
            talkative.send("11;" + "x".repeat(300) + "\r\nSerial Number\nS1\n\r\n0\r\n\r\n");

            assertThat(modest.statusLine()).startsWith("HTTP/1.1 202");
            assertThat(talkative.statusLine()).startsWith("HTTP/1.1 400");
        }
    }

    private static String start(String contentType) {
        return contentType.startsWith("multipart") ? FORM_START : "Serial Number\n";
    }

    private static void assertTimedOut(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .containsIgnoringCase("\r\nConnection: close\r\n")
                .containsIgnoringCase("\r\nX-Request-Id: ")
                .contains("application/problem+json")
                .contains("https://rollcall.dev/problems/request-timeout");
    }
}

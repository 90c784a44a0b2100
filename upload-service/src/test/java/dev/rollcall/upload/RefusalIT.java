package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Issue 2, "What bad input gets": a clear problem, nothing published, nothing left on disk, and never a 500.
class RefusalIT {
    private static final int MEGABYTE = 1 << 20;

    private final UploadServer server = UploadServer.shared();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String token = Tokens.tenant(tenant, "devices:register");

    @AfterEach
    void publishesNothingAndLeavesNothingOnDisk() {
        Awaitility.await().untilAsserted(() -> assertThat(server.spooledFiles()).isEmpty());
        assertThat(server.tap().requestsOf(tenant)).isEmpty();
        assertThat(server.tap().bulkRequestsOf(tenant)).isEmpty();
        assertThat(server.tap().batchesOf(tenant)).isEmpty();
    }

    @Test
    void refusesAnEmptyBody() {
        assertRefused(post().sendCsv(""), 422, "unreadable-upload", "the file is empty");
        assertRefused(post().sendJson(""), 422, "unreadable-upload", "the body must be an object");
        assertRefused(sendZip(new byte[0]), 422, "unreadable-upload", "the file is empty");
        assertThat(post().sendNothing().status()).isEqualTo(415);
    }

    @Test
    void refusesAnotherContentType() {
        assertThat(post().send("text/plain", BodyPublishers.ofString("Serial Number\nS1"))
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(post().send("application/x-www-form-urlencoded", BodyPublishers.ofString("a=b"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void refusesToAnswerInAnotherFormThanJson() {
        assertThat(post().header("Accept", "text/csv")
                        .sendCsv("Serial Number\nS1")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void refusesAnotherMethod() {
        assertThat(server.call("PUT", "/v1/batches").as(token).sendCsv("x").status())
                .isIn(404, 405);
    }

    @Test
    void namesFileLineAndColumnOfEachProblem() {
        var answer = post().file("good.csv", "Serial Number\nS1")
                .file("bad.csv", "Serial Number\nS1\n\"S2")
                .file("data.csv", "0001,,T0Fk\n")
                .send();

        assertRefused(answer, 422, "unreadable-upload", "this quote is never closed");
        assertThat(answer.error(0).path("file").asString()).isEqualTo("bad.csv");
        assertThat(answer.error(0).path("line").asLong()).isEqualTo(3);
        assertThat(answer.error(0).path("column").asLong()).isEqualTo(1);
        assertThat(answer.error(1).path("file").asString()).isEqualTo("data.csv");
        assertThat(answer.error(1).path("message").asString()).startsWith("no recognisable header");
    }

    @Test
    void refusesBinaryGarbage() {
        var garbage = new byte[200_000];
        new Random(7).nextBytes(garbage);

        assertRefused(post().sendCsv(garbage), 422, "unreadable-upload", "");
        assertRefused(sendJson(garbage), 400, "malformed-upload", "the JSON is malformed here");
        assertRefused(sendZip(garbage), 422, "unreadable-upload", "this is no zip, or an empty one");
        assertRefused(post().file("garbage.csv", garbage).send(), 422, "unreadable-upload", "");
    }

    @Test
    void refusesASingleLineOfAHundredMegabytes() {
        var answer = post().send("text/csv", stream("Serial Number,Hardware Hash\nS1,", 100));

        assertRefused(answer, 422, "unreadable-upload", "the record is longer than 131072 characters");
        assertThat(answer.error(0).path("line").asLong()).isEqualTo(2);
    }

    @Test
    void refusesAJsonTextOfAHundredMegabytes() {
        var answer = post().send("application/json", stream("{\"devices\":[{\"hardwareHash\":\"", 100));

        assertRefused(answer, 422, "unreadable-upload", "a text is longer than 131072 characters");
    }

    @Test
    void refusesABodyLargerThanTheLimitWithAndWithoutItsLengthGiven() {
        assertRefused(post().send("text/csv", stream("Serial Number\n", 151)), 413, "upload-too-large", "larger than");
        assertThat(declaredLength(10_000_000_000L)).contains("413").contains("upload-too-large");
    }

    @Test
    void refusesMoreRowsThanTheLimit() {
        var answer = post().sendCsv("Serial Number\n" + "S1\n".repeat(5001));

        assertRefused(answer, 413, "upload-too-large", "more than 5000 rows in one upload");
    }

    @Test
    void refusesABrokenForm() {
        assertThat(post().send("multipart/form-data", BodyPublishers.ofString("x"))
                        .problem())
                .isEqualTo("malformed-upload");
        assertThat(post().send(
                                "multipart/form-data; boundary=b",
                                BodyPublishers.ofString(
                                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\""
                                                + "\r\n\r\nSerial Number\nS1"))
                        .problem())
                .isEqualTo("malformed-upload");
        assertRefused(post().field("groupTag", "X").send(), 422, "unreadable-upload", "the form has no part named");
        assertRefused(
                post().field("groupTag", "x".repeat(501))
                        .file("a.csv", "Serial Number\nS1")
                        .send(),
                422,
                "unreadable-upload",
                "the groupTag must be text");
    }

    @Test
    void refusesAFormOfTooManyParts() {
        var call = post();
        for (var i = 0; i < 1101; i++) {
            call.file(i + ".csv", "Serial Number\nS1");
        }

        assertThat(call.send().status()).isEqualTo(413);
    }

    @Test
    void refusesAParameterThatIsNone() {
        var answer = server.post("/v1/batches?dryRun=banana").as(token).sendCsv("Serial Number\nS1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void forgetsAnUploadWhoseSenderWentAway() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(head(1_000_000).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write("Serial Number\nS1\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(server.spooledFiles()).isNotEmpty());
        }
    }

    private void assertRefused(Answer answer, int status, String problem, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.error(0).path("message").asString()).contains(message);
        assertThat(answer.headers("X-Request-Id")).hasSize(1);
    }

    private UploadCall post() {
        return server.post("/v1/batches").as(token);
    }

    private Answer sendZip(byte[] content) {
        return post().send("application/zip", BodyPublishers.ofByteArray(content));
    }

    private Answer sendJson(byte[] content) {
        return post().send("application/json", BodyPublishers.ofByteArray(content));
    }

    /// A body of so many megabytes that is nowhere as a whole.
    private static BodyPublisher stream(String start, int megabytes) {
        return BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
                new Repeated('A', (long) megabytes * MEGABYTE)));
    }

    /// The first line of the answer and all the rest, to a request that only promises its body.
    private String declaredLength(long length) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(head(length).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head(long length) {
        return "POST /v1/batches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: text/csv\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static final class Repeated extends InputStream {
        private final byte letter;
        private long left;

        Repeated(char letter, long left) {
            this.letter = (byte) letter;
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? letter : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            var size = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + size, letter);
            left -= size;
            return size;
        }
    }
}

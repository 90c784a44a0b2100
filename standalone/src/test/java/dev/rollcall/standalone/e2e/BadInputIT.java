package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.SERVER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A client's mistakes: each is answered with a problem that names it, and none with a 500.
class BadInputIT {
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final int MEGABYTE = 1 << 20;
    private static final int TOO_MANY_FILES = 10_001;

    static Stream<Arguments> uploads() throws IOException {
        return Stream.of(
                argumentSet("an empty body", "text/csv", bytes("")),
                argumentSet("an unknown content type", "text/plain", bytes(HEADER)),
                argumentSet("a header only", "text/csv", bytes(HEADER)),
                argumentSet("binary garbage", "text/csv", garbage()),
                argumentSet("a 100 MB line", "text/csv", line(100 * MEGABYTE)),
                argumentSet("a zip bomb", "application/zip", bomb()),
                argumentSet("a zip that is none", "application/zip", bytes("PK and nothing more")),
                argumentSet("NUL bytes", "text/csv", bytes(HEADER + "AB\0CD,,T0E\r\n")),
                argumentSet("a broken multipart", MULTIPART, bytes("--b\r\nContent-Disposition: form-data; nam")),
                argumentSet("UTF-8 by its mark that is none", "text/csv", invalidUtf8()),
                argumentSet("no known column", "text/csv", bytes("Name,Colour\r\nA,B\r\n")),
                argumentSet("no column that identifies", "text/csv", bytes("Group Tag\r\nKiosk\r\n")),
                argumentSet("broken JSON", "application/json", bytes("{\"devices\":[{\"serialNumber\":")),
                argumentSet("JSON of another shape", "application/json", bytes("[1,2,3]")));
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void anUploadThatCanNotBeReadIsRefusedWithAProblem(String contentType, byte[] body) {
        var answer = CONTOSO.http()
                .post("/v1/batches", contentType, body, "Idempotency-Key", "bad-" + Arrays.hashCode(body));

        assertProblem(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/devices?limit=0",
        "/v1/devices?limit=many",
        "/v1/devices?limit=1001",
        "/v1/devices?cursor=tampered",
        "/v1/devices?q=%ff",
        "/v1/batches?%ed%a0%80=1",
        "/v1/devices?sort=colour",
        "/v1/devices?state=Broken",
        "/v1/devices?error=Nonsense",
        "/v1/devices/not-a-uuid",
        "/v1/batches?cursor=%00",
        "/v1/batches/not-a-uuid/results",
        "/v1/nothing-here"
    })
    void aQueryThatCanNotBeAnsweredIsRefusedWithAProblem(String path) {
        assertProblem(CONTOSO.http().get(path));
    }

    @ParameterizedTest
    @CsvSource({
        "{}",
        "[]",
        "{\"events\":7}",
        "{\"events\":[{}]}",
        "{\"events\":[{\"deviceId\":\"x\",\"seenAt\":\"now\"}]}",
        "{"
    })
    void aReportThatCanNotBeReadIsRefusedWithAProblem(String body) {
        assertProblem(CONTOSO.http().post("/v1/device-activity", "application/json", bytes(body)));
    }

    @Test
    void aMethodThatTheWebServerRefusesIsRefusedWithAProblem() {
        assertProblem(CONTOSO.http().call("TRACE", "/v1/devices", new byte[0]));
    }

    @Test
    void aRequestThatIsNoHttpIsRefusedWithAProblem() throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), SERVER.addresses().port())) {
            socket.getOutputStream().write(bytes("GET /v1/devices?[]{} HTTP/1.1\r\nHost: localhost\r\n\r\n"));

            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "X-Request-Id: ")
                    .doesNotContain("<html");
        }
    }

    @Test
    void rowsThatIdentifyNothingAreEachAFailureOfTheirOwn() {
        var batch = CONTOSO.register(HEADER + ",,\r\n , ,x\r\n,,\r\n");

        var rows = CONTOSO.http().get("/v1/batches/" + batch + "/results").items();
        assertThat(rows).extracting(row -> row.path("outcome").stringValue()).containsOnly("HardwareHashNotValid");
        assertThat(rows).extracting(row -> row.path("deviceId").stringValue()).doesNotHaveDuplicates();
    }

    @Test
    void aRowLongerThanAnyIndexTakesIsAFailureOfItsOwn() {
        var batch = CONTOSO.register(HEADER + "S".repeat(20_000) + ",,\r\n");

        assertThat(CONTOSO.outcomes(batch)).containsExactly("HardwareHashNotValid");
    }

    private static void assertProblem(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.json().path("type").asString()).startsWith("https://rollcall.dev/problems/");
        assertThat(answer.body()).doesNotContain("Exception", "dev.rollcall.upload", "org.springframework");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] garbage() {
        var garbage = new byte[10_000];
        new Random(7).nextBytes(garbage);
        return garbage;
    }

    private static byte[] line(int length) {
        var line = new byte[length];
        Arrays.fill(line, (byte) 'x');
        return line;
    }

    private static byte[] invalidUtf8() {
        return ("\u00EF\u00BB\u00BF" + HEADER + "\u00C3(\u00FF,,T0E\r\n").getBytes(ISO_8859_1);
    }

    private static byte[] bomb() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var writing = new ZipOutputStream(zip)) {
            for (var file = 0; file < TOO_MANY_FILES; file++) {
                writing.putNextEntry(new ZipEntry("devices-" + file + ".csv"));
                writing.write(bytes(HEADER));
            }
        }
        return zip.toByteArray();
    }
}

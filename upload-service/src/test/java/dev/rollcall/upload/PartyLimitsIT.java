package dev.rollcall.upload;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Issue 3, point 4: limits of each party, told in the answer, and nobody else's business.
class PartyLimitsIT {
    private static final UploadServer SERVER = UploadServer.start(Map.ofEntries(
            entry("rollcall.upload.max-rows", "5"),
            entry("rollcall.limits.tenant.max-rows", "3"),
            entry("rollcall.limits.tenant.max-bytes", "1KB"),
            entry("rollcall.limits.tenant.concurrent-uploads", "2"),
            entry("rollcall.limits.overrides[0].party", "tenant"),
            entry("rollcall.limits.overrides[0].name", "hasty"),
            entry("rollcall.limits.overrides[0].limits.calls-per-minute", "2"),
            entry("rollcall.limits.overrides[1].party", "tenant"),
            entry("rollcall.limits.overrides[1].name", "big"),
            entry("rollcall.limits.overrides[1].limits.max-rows", "1000"),
            entry("rollcall.limits.overrides[1].limits.max-bytes", "10MB")));

    private final String token = token("contoso");

    @AfterEach
    void leavesNothingOnDisk() {
        await().untilAsserted(() -> assertThat(SERVER.spooledFiles()).isEmpty());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void refusesMoreRowsThanThePartyMayBring() {
        assertTooLarge(post().sendCsv(rows(4)), "rows", 3);
        assertTooLarge(post().sendJson("{\"devices\":[" + "{\"serialNumber\":\"S\"},".repeat(3) + "{}]}"), "rows", 3);
        assertTooLarge(post().file("a.csv", rows(2)).file("b.csv", rows(2)).send(), "rows", 3);
        assertThat(post().sendCsv(rows(3)).status()).isEqualTo(202);
    }

    @Test
    void refusesMoreBytesThanThePartyMayBring() {
        var long2k = "Serial Number\n" + "S".repeat(2_000);

        assertTooLarge(post().sendCsv(long2k), "bytes", 1_024);
        assertTooLarge(
                post().send(
                                "text/csv",
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(long2k.getBytes(StandardCharsets.UTF_8)))),
                "bytes",
                1_024);
        assertTooLarge(post().file("a.csv", long2k).send(), "bytes", 1_024);
        assertTooLarge(
                post().file("a.zip", new Zips().with("a.csv", long2k).pack()).send(), "bytes", 1_024);
    }

    @Test
    void countsTheBytesOfAFormAsTheyCome() {
        var form =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + "S".repeat(2_000);

        assertTooLarge(
                post().send(
                                "multipart/form-data; boundary=b",
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))),
                "bytes",
                1_024);
    }

    @Test
    void letsNoPartyBeyondWhatTheServiceTakes() {
        assertTooLarge(SERVER.post("/v1/batches").as(token("big")).sendCsv(rows(6)), "rows", 5);
        assertThat(SERVER.post("/v1/batches").as(token("big")).sendCsv(rows(5)).status())
                .isEqualTo(202);
    }

    @Test
    void answers429BeyondTheCallsOfAMinuteAndLeavesOthersUntouched() {
        var hasty = token("hasty");
        var first = SERVER.post("/v1/batches").as(hasty).sendCsv(rows(1));
        SERVER.delete("/v1/devices/" + UUID.randomUUID()).as(hasty).sendNothing();

        var third = SERVER.post("/v1/batches").as(hasty).sendCsv(rows(1));

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"calls\";q=2;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"calls\";r=1;t=");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.problem()).isEqualTo("too-many-calls");
        assertThat(third.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 60);
        assertThat(third.headers("X-Request-Id")).hasSize(1);
        assertThat(post().sendCsv(rows(1)).status()).isEqualTo(202);
    }

    @Test
    void refusesMoreThanFiveMegabytesWhereAFewWordsAreExpected() {
        var body = " ".repeat(5 * 1_024 * 1_024 + 1);
        var withLength = ask().sendJson(body);
        var without = ask().send(
                        "application/json",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));

        assertThat(withLength.status()).isEqualTo(413);
        assertThat(withLength.body().path("limit").path("maximum").asLong()).isEqualTo(5 * 1_024 * 1_024);
        assertThat(without.status()).isEqualTo(413);
        assertThat(without.problem()).isEqualTo("content-too-large");
    }

    @Test
    void tellsNobodyOfLimitsWithoutAToken() {
        var answer = SERVER.post("/v1/batches").sendCsv(rows(1));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("RateLimit")).isEmpty();
    }

    @Test
    void takesNoMoreUploadsOfOnePartyAtATimeThanItMaySend() throws IOException {
        var big = token("big");
        try (var one = new SlowSender(SERVER, "/v1/batches", "text/csv", big).send("Serial");
                var other = new SlowSender(SERVER, "/v1/batches", "text/csv", big).send("Serial")) {
            await().untilAsserted(() -> assertThat(SERVER.spooledFiles()).hasSize(2));

            var third = SERVER.post("/v1/batches").as(big).sendCsv(rows(1));
            var neighbour = SERVER.post("/v1/batches").as(token("fabrikam")).sendCsv(rows(1));

            assertThat(third.status()).isEqualTo(429);
            assertThat(third.problem()).isEqualTo("too-many-uploads");
            assertThat(third.header("Retry-After")).isNotEmpty();
            assertThat(third.body().path("limit").path("maximum").asInt()).isEqualTo(2);
            assertThat(neighbour.status()).isEqualTo(202);
            one.reset();
            other.reset();
        }
        await().untilAsserted(() -> assertThat(
                        SERVER.post("/v1/batches").as(big).sendCsv(rows(1)).status())
                .isEqualTo(202));
    }

    private static void assertTooLarge(Answer answer, String unit, long maximum) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("upload-too-large");
        assertThat(answer.body().path("limit").path("unit").asString()).isEqualTo(unit);
        assertThat(answer.body().path("limit").path("maximum").asLong()).isEqualTo(maximum);
    }

    private UploadCall post() {
        return SERVER.post("/v1/batches").as(token);
    }

    private static UploadCall ask() {
        return SERVER.post("/v1/partner-relationships").as(Tokens.partner("northwind", "partners:manage"));
    }

    private static String token(String tenant) {
        return Tokens.tenant(tenant, "devices:register devices:release activity:write");
    }

    private static String rows(int count) {
        return "Serial Number\n" + "S\n".repeat(count);
    }
}

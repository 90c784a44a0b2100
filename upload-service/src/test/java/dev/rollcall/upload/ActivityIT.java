package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeviceSeen;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityIT {
    private static final String ID = "7c1dc1e3-29da-42c5-9c6b-973fed7e968e";
    private static final DeviceId BOOK = DeviceId.of(new DeviceTuple("Contoso", "Book 13", "0001"));

    private final UploadServer server = UploadServer.shared();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String token = Tokens.tenant(tenant, "activity:write");

    @Test
    void publishesSightingsWhicheverWayTheyNameTheirDevice() {
        var answer = report("""
                {"deviceId": "%s", "user": "ann@contoso.com", "seenAt": "2026-11-20T09:30:00+01:00"},
                {"device": {"manufacturer": "Contoso", "model": "Book 13", "serialNumber": "0001"},
                 "seenAt": "2026-11-20T09:30:00Z"},
                {"manufacturer": "Contoso", "model": "Pad", "serialNumber": "0002", "user": null,
                 "seenAt": "2026-11-20T09:30:00Z"}""".formatted(ID));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.response().body()).isEqualTo("{\"accepted\":3}");
        var pad = DeviceId.of(new DeviceTuple("Contoso", "Pad", "0002"));
        assertThat(server.tap().activityOf(tenant))
                .extracting(DeviceSeen::deviceId)
                .containsExactlyInAnyOrder(new DeviceId(UUID.fromString(ID)), BOOK, pad);
        assertThat(server.tap().activityOf(tenant))
                .filteredOn(seen -> seen.user() != null)
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.user()).isEqualTo("ann@contoso.com");
                    assertThat(seen.seenAt()).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
                });
    }

    @Test
    void publishesOfEachDeviceTheNewestSightingOnly() {
        var answer = report("""
                {"deviceId": "%1$s", "seenAt": "2026-11-20T09:30:00Z"},
                {"deviceId": "%1$s", "seenAt": "2026-11-21T09:30:00Z"},
                {"deviceId": "%1$s", "seenAt": "2026-11-19T09:30:00Z"}""".formatted(ID));

        assertThat(answer.response().body()).isEqualTo("{\"accepted\":3}");
        assertThat(server.tap().activityOf(tenant))
                .singleElement()
                .satisfies(seen -> assertThat(seen.seenAt()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"seenAt": "2026-11-20T09:30:00Z"}                                            | the event must name one device
                    {"deviceId": "abc", "seenAt": "2026-11-20T09:30:00Z"}                         | the event must name one device
                    {"deviceId": 7, "seenAt": "2026-11-20T09:30:00Z"}                             | the event must name one device
                    {"manufacturer": "A", "model": "B", "seenAt": "2026-11-20T09:30:00Z"}         | the event must name one device
                    {"manufacturer": "A", "model": "B", "serialNumber": "None", "seenAt": "2026-11-20T09:30:00Z"} | the event must name one device
                    {"deviceId": "7c1dc1e3-29da-42c5-9c6b-973fed7e968e", "manufacturer": "A", "model": "B", "serialNumber": "C1", "seenAt": "2026-11-20T09:30:00Z"} | the event must name one device
                    {"deviceId": "7c1dc1e3-29da-42c5-9c6b-973fed7e968e"}                          | "seenAt" must be a time
                    {"deviceId": "7c1dc1e3-29da-42c5-9c6b-973fed7e968e", "seenAt": "yesterday"}   | "seenAt" must be a time
                    {"deviceId": "7c1dc1e3-29da-42c5-9c6b-973fed7e968e", "seenAt": 1763800000}    | "seenAt" must be a time
                    {"deviceId": "7c1dc1e3-29da-42c5-9c6b-973fed7e968e", "seenAt": "1999-12-31T23:59:59Z"} | "seenAt" lies before
                    {"deviceId": "7c1dc1e3-29da-42c5-9c6b-973fed7e968e", "seenAt": "2999-12-31T23:59:59Z"} | "seenAt" lies in the future
                    {"deviceId": "7c1dc1e3-29da-42c5-9c6b-973fed7e968e", "user": 7, "seenAt": "2026-11-20T09:30:00Z"} | "user" must be text
                    7                                                                             | an event must be an object
                    """)
    void refusesAWholeReportForOneBadEvent(String event, String message) {
        var answer = report("{\"deviceId\": \"" + ID + "\", \"seenAt\": \"2026-11-20T09:30:00Z\"}," + event);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-activity");
        assertThat(answer.error(0).path("line").asLong()).isEqualTo(2);
        assertThat(answer.error(0).path("message").asString()).startsWith(message);
        assertThat(server.tap().activityOf(tenant)).isEmpty();
    }

    @Test
    void allowsAClockThatIsALittleAhead() {
        var ahead = Instant.now().plusSeconds(240);
        var tooFar = Instant.now().plusSeconds(360);

        assertThat(report("{\"deviceId\": \"" + ID + "\", \"seenAt\": \"" + ahead + "\"}")
                        .status())
                .isEqualTo(202);
        assertThat(report("{\"deviceId\": \"" + ID + "\", \"seenAt\": \"" + tooFar + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesMoreEventsOrBytesThanTheLimit() {
        var event = "{\"deviceId\": \"" + ID + "\", \"seenAt\": \"2026-11-20T09:30:00Z\"}";
        var tooMany = IntStream.rangeClosed(0, 10_000).mapToObj(_ -> event).collect(Collectors.joining(","));

        assertThat(report(tooMany).status()).isEqualTo(400);
        assertThat(report("\"" + "x".repeat(5_000_000) + "\"").status()).isEqualTo(413);
    }

    @Test
    void refusesABodyThatIsNoReport() {
        assertThat(post().sendJson("{\"events\": 7}").status()).isEqualTo(400);
        assertThat(post().sendJson("").status()).isEqualTo(400);
        assertThat(post().sendJson("{").status()).isEqualTo(400);
        assertThat(post().sendJson("null").status()).isEqualTo(400);
        assertThat(post().sendCsv("a,b").status()).isEqualTo(415);
    }

    @Test
    void refusesABodyThatBreaksOff() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var request = "POST /v1/device-activity HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("/bad-request\"");
        }
    }

    private Answer report(String events) {
        return post().sendJson("{\"events\": [" + events + "]}");
    }

    private UploadCall post() {
        return server.post("/v1/device-activity").as(token);
    }
}

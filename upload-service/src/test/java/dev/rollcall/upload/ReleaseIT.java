package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A small HTTP server speaks for the status service: 200, 404 and the rest, as its contract says.
@TestInstance(Lifecycle.PER_CLASS)
class ReleaseIT {
    private static final UUID SETTLED = UUID.randomUUID();
    private static final UUID PENDING = UUID.randomUUID();
    private static final UUID BROKEN = UUID.randomUUID();
    private static final UUID UNCLEAR = UUID.randomUUID();

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String token = Tokens.tenant(tenant, "devices:release");
    private final HttpServer status = startStatus();
    private final UploadServer server = UploadServer.start(Map.of(
            "rollcall.upload.status-url",
            "http://127.0.0.1:" + status.getAddress().getPort()));

    @AfterAll
    void stop() {
        status.stop(0);
        server.close();
    }

    @Test
    void asksForTheReleaseOfASettledDevice() {
        var answer = delete(SETTLED.toString());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().releasesOf(tenant)).singleElement().satisfies(release -> {
            assertThat(release.deviceId().value()).isEqualTo(SETTLED);
            assertThat(release.requestId().toString()).isEqualTo(answer.text("requestId"));
            assertThat(release.requestedBy()).isEqualTo("admin@contoso.com");
        });
        assertThat(authorizations).containsOnly("Bearer " + token);
    }

    @Test
    void refusesWhileARegistrationIsPending() {
        var answer = delete(PENDING.toString());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("registration-pending");
    }

    @Test
    void knowsNoDeviceThatTheTenantDoesNotSee() {
        assertThat(delete(UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(delete("no-id").status()).isEqualTo(400);
    }

    @Test
    void asksToComeBackWhileTheStatusServiceIsAway() {
        var answer = delete(BROKEN.toString());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void releasesNothingOfWhichItIsNotToldThatNothingIsPending() {
        assertThat(delete(UNCLEAR.toString()).status()).isEqualTo(503);
    }

    private Answer delete(String device) {
        return server.delete("/v1/devices/" + device).as(token).sendNothing();
    }

    private HttpServer startStatus() {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/v1/devices/", exchange -> {
                authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
                var device = exchange.getRequestURI().getPath().replace("/v1/devices/", "");
                var pending =
                        device.equals(UNCLEAR.toString()) ? "null" : device.equals(PENDING.toString()) ? "1" : "0";
                var body = "{\"deviceId\":\"%s\",\"pendingRequests\":%s}"
                        .formatted(device, pending)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(code(device), body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            http.start();
            return http;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int code(String device) {
        if (device.equals(BROKEN.toString())) {
            return 500;
        }
        return Stream.of(SETTLED, PENDING, UNCLEAR).map(UUID::toString).anyMatch(device::equals) ? 200 : 404;
    }
}

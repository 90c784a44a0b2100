package dev.rollcall.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.rollcall.things.TestIssuer;
import dev.rollcall.things.ThingsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningIT {
    private static final String PORTAL = "https://portal.example";

    private final TestIssuer issuer = TestIssuer.at("");
    private final RSAKey key = issuer.publishNewKey();
    private ThingsServer server;

    @BeforeAll
    void start() {
        server = ThingsServer.start(Map.of(
                "rollcall.security.issuers[0].issuer",
                issuer.name(),
                "rollcall.security.issuers[0].jwk-set-uri",
                issuer.name() + "/keys",
                "rollcall.security.cors.allowed-origins",
                PORTAL,
                "server.forward-headers-strategy",
                "native"));
    }

    @AfterAll
    void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void givesEveryAnswerItsHeadersAndItsOwnId() {
        expectHeaders(server.get("/v1/things", token()), 200);
        expectHeaders(server.get("/v1/things", null), 401);
        expectHeaders(server.get("/nothing", token()), 404);
        expectHeaders(server.get("/v1/things/%2e%2e/secret", token()), 400);
        expectHeaders(post("application/json"), 500);
    }

    @Test
    void asksForHttpsWhereTheCallCameByIt() {
        var answer = server.send(server.request("/v1/things")
                .header("X-Forwarded-Proto", "https")
                .build());

        assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(header(server.get("/v1/things", null), "Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void saysNothingOfABug() {
        var answer = post("application/json");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "trace", "dev.rollcall.");
    }

    @Test
    void letsAPageOfAnAllowedOriginAskBeforeItHasAToken() {
        var answer = preflight(PORTAL, "DELETE", "authorization,idempotency-key,last-event-id");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(header(answer, "Access-Control-Allow-Methods")).contains("DELETE");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void letsAPageOfAnAllowedOriginReadWhatItNeeds() {
        var answer = server.send(server.request("/v1/things")
                .header("Origin", PORTAL)
                .header("Authorization", "Bearer " + token())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(header(answer, "Access-Control-Expose-Headers"))
                .contains("Location", "X-Request-Id", "RateLimit", "Retry-After");
    }

    @Test
    void letsNoPageOfAnotherOriginAsk() {
        for (var origin :
                new String[] {"https://evil.example", "http://portal.example", "null", PORTAL + ".evil.org"}) {
            var answer = preflight(origin, "GET", "authorization");

            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void takesNoMoreThan16KilobytesOfHeaders() throws IOException {
        assertThat(raw("X-Long: " + "x".repeat(15 * 1024))).startsWith("HTTP/1.1 401");
        assertThat(raw("X-Long: " + "x".repeat(17 * 1024)))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("frame-ancestors 'none'");
    }

    @Test
    void namesNoServer() throws IOException {
        assertThat(raw("X: y").toLowerCase(Locale.ROOT)).doesNotContain("\nserver:", "x-powered-by", "tomcat");
    }

    private HttpResponse<String> post(String type) {
        return server.send(server.request("/v1/things")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }

    private HttpResponse<String> preflight(String origin, String method, String headers) {
        return server.send(server.request("/v1/things")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .build());
    }

    /// The whole answer as it came, to a GET without a token.
    private String raw(String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var request = "GET /v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String token() {
        return TestIssuer.token(
                key,
                Map.of(
                        "iss", issuer.name(),
                        "aud", "rollcall",
                        "exp", TestIssuer.inSeconds(600),
                        "sub", "ada",
                        "tenant", "contoso",
                        "scope", "devices:read devices:register"));
    }

    private static void expectHeaders(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type"))
                .startsWith(status < 400 ? "application/json" : "application/problem+json");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

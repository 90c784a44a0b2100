package dev.rollcall.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.things.TestIssuer;
import dev.rollcall.things.ThingsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What somebody without a token sends is neither kept nor waited for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class StrangersBodyIT {
    private final TestIssuer issuer = TestIssuer.at("");
    private ThingsServer server;

    @BeforeAll
    void start() {
        server = ThingsServer.start(Map.of(
                "rollcall.security.issuers[0].issuer",
                issuer.name(),
                "rollcall.security.issuers[0].jwk-set-uri",
                issuer.name() + "/keys"));
    }

    @AfterAll
    void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void answersBeforeAFormHasCome() throws IOException {
        try (var socket = open("PUT", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300000000")) {
            socket.setSoTimeout(10_000);

            assertThat(answer(socket)).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void waitsForNoHeadOfAChunkThatComesByteByByte() throws IOException {
        try (var socket = open("POST", "Transfer-Encoding: chunked");
                var pulse = Executors.newSingleThreadScheduledExecutor()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write('1');
            socket.getOutputStream().write(';');
            var trickle = pulse.scheduleWithFixedDelay(() -> trickle(socket), 0, 100, TimeUnit.MILLISECONDS);

            assertThat(answer(socket)).startsWith("HTTP/1.1 401");
            assertThat(isClosedByServer(socket)).isTrue();
            trickle.cancel(true);
        }
    }

    private Socket open(String method, String headers) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        var head = method + " /v1/things HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
    }

    /// Within the ten seconds that a read waits.
    private static boolean isClosedByServer(Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static void trickle(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

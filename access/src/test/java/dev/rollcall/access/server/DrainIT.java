package dev.rollcall.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.things.TestIssuer;
import dev.rollcall.things.ThingsServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainIT {

    private final TestIssuer issuer = TestIssuer.at("");

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void answersWhileItLeavesAndKeepsNoConnection() throws InterruptedException {
        var server = ThingsServer.start(Map.of(
                "rollcall.server.drain",
                "3s",
                "rollcall.security.issuers[0].issuer",
                issuer.name(),
                "rollcall.security.issuers[0].jwk-set-uri",
                issuer.name() + "/keys"));
        assertThat(server.get("/nothing", null).headers().firstValue("Connection"))
                .isEmpty();

        var end = Thread.ofVirtual().start(server::close);

        await().untilAsserted(
                        () -> assertThat(server.get("/nothing", null).headers().firstValue("Connection"))
                                .hasValue("close"));
        assertThat(server.get("/nothing", null).statusCode()).isEqualTo(404);
        end.join();
    }
}

package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaAwayIT {

    @Test
    void doesNotKeepTheKeyOfAnUploadThatEndedInAnError() {
        try (var server = UploadServer.start(Map.of())) {
            var token = Tokens.tenant("contoso", "devices:register");
            server.stopPublishing();

            var first = server.post("/v1/batches").as(token).key("k").sendCsv("Serial Number\nS1\n");
            var again = server.post("/v1/batches").as(token).key("k").sendCsv("Serial Number\nS1\n");

            assertThat(first.problem()).isEqualTo("internal-server-error");
            assertThat(again.problem()).isEqualTo("internal-server-error");
        }
    }

    @Test
    void asksToComeBackAndGivesTheKeyToTheSameUploadAgain() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = UploadServer.start(Map.of(
                        "spring.kafka.bootstrap-servers", "127.0.0.1:" + deaf.getLocalPort(),
                        "spring.kafka.admin.operation-timeout", "1s",
                        "spring.kafka.admin.properties.default.api.timeout.ms", "1000",
                        "spring.kafka.admin.properties.request.timeout.ms", "1000",
                        "rollcall.upload.publishing.delivery-timeout", "1s"))) {
            var token = Tokens.tenant("contoso", "devices:register");

            var first = server.post("/v1/batches").as(token).key("k").sendCsv("Serial Number\nS1\n");
            var again = server.post("/v1/batches").as(token).key("k").sendCsv("Serial Number\nS1\n");
            var other = server.post("/v1/batches").as(token).key("k").sendCsv("Serial Number\nS2\n");

            assertThat(first.status()).isEqualTo(503);
            assertThat(first.header("Retry-After")).isNotEmpty();
            assertThat(first.problem()).isEqualTo("temporarily-unavailable");
            assertThat(again.status()).isEqualTo(503);
            assertThat(other.problem()).isEqualTo("idempotency-key-reused");
            assertThat(server.spooledFiles()).isEmpty();
        }
    }
}

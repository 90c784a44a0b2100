package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatabaseAwayIT {

    @Test
    void asksToComeBackWhateverNeedsTheDatabase() {
        try (var server = UploadServer.start(Map.of())) {
            var tenant = Tokens.tenant("contoso", "devices:register partners:manage");
            var partner = Tokens.partner("northwind", "devices:register partners:manage");
            var relationship = "/v1/partner-relationships/" + UUID.randomUUID();
            server.loseDatabase();

            var answers = List.of(
                    server.post("/v1/batches").as(tenant).sendCsv("Serial Number\nS1\n"),
                    server.post("/v1/customers/contoso/batches").as(partner).sendCsv("Serial Number\nS1\n"),
                    server.post("/v1/partner-relationships").as(partner).sendJson("{\"customer\":\"contoso\"}"),
                    server.post(relationship + ":accept").as(tenant).sendNothing(),
                    server.call("GET", relationship).as(tenant).sendNothing());

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("temporarily-unavailable");
                assertThat(answer.header("Retry-After")).isNotEmpty();
            });
        }
    }
}

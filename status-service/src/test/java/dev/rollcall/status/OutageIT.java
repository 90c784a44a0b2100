package dev.rollcall.status;

import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The database goes away and comes back: calls are told so, and no event is lost or put aside.
class OutageIT {

    @Test
    void waitsForTheDatabaseAndGoesOn() {
        var database = TestPostgres.newDatabase();
        var name = database.replaceAll(".*/([a-z_0-9]+)\\?.*", "$1");
        var server = new JdbcTemplate(new DriverManagerDataSource(database.replace("/" + name + "?", "/postgres?")));
        try (var service = RunningService.start("outage-", database)) {
            var api = service.api(Tokens.tenant("outage-tenant", "devices:read"));
            var upload = Upload.of("outage-tenant", "one", START);
            service.publish(service.topics().registrationRequests(), upload.row(1, "OUT-1"));
            await().untilAsserted(() ->
                    assertThat(api.get("/v1/devices").get("total").asInt()).isEqualTo(1));

            server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
            server.queryForList(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            service.publish(service.topics().registrationRequests(), upload.row(2, "OUT-2"));
            await().untilAsserted(() -> {
                var answer = api.answer("GET", "/v1/devices");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("https://rollcall.dev/problems/service-unavailable");
            });

            server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
            await().untilAsserted(
                            () -> assertThat(api.get("/v1/devices").get("items").findValuesAsString("serialNumber"))
                                    .containsExactly("OUT-1", "OUT-2"));
        }
    }
}

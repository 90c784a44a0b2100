package dev.rollcall.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.fixtures.ApprovedFiles;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.status.fixtures.RunningService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What former releases wrote, as their approved files have it, is still shown.
class FormerReleasesIT {
    private static final List<String> TABLES =
            List.of("devices", "batches", "catalog_batches", "catalog_slices", "delivery_steps", "audit", "releases");

    @Test
    void showsWhatFormerReleasesWrote() {
        try (var service = RunningService.start("former-", TestPostgres.newDatabase())) {
            var written = ApprovedFiles.records(service.topics()).stream()
                    .filter(message -> !message.topic().equals(service.topics().deviceCatalog()))
                    .toList();

            written.forEach(service::publishRaw);

            for (var table : TABLES) {
                await().untilAsserted(
                                () -> assertThat(rows(service, table)).as(table).isPositive());
            }
            await().untilAsserted(() -> assertThat(counted(service, "rollcall.projection.received"))
                    .isGreaterThanOrEqualTo(written.size())
                    .isEqualTo(counted(service, "rollcall.projection")));
            assertThat(putAside(service)).isZero();
        }
    }

    private static long rows(RunningService service, String table) {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM status." + table)
                .query(Long.class)
                .single();
    }

    private static double counted(RunningService service, String counter) {
        return service.bean(MeterRegistry.class).get(counter).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static double putAside(RunningService service) {
        return service
                .bean(MeterRegistry.class)
                .find("rollcall.projection")
                .tag("outcome", "dead_lettered")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}

package dev.rollcall.status.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.TestPostgres;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// A database of an earlier version becomes one of this.
class UpgradeIT {
    private static final String RELEASES = """
            INSERT INTO status.releases (request_id, tenant_id, device_id, requested_by, requested_at, outcome)
            VALUES ('00000000-0000-0000-0000-000000000001', 'contoso', '00000000-0000-0000-0000-00000000000a', 'ada',
                    '2026-06-01T09:00:00Z', 'Released'),
                ('00000000-0000-0000-0000-000000000002', 'contoso', '00000000-0000-0000-0000-00000000000b', 'bert',
                    '2026-06-01T10:00:00Z', 'Dismissed'),
                ('00000000-0000-0000-0000-000000000003', 'contoso', '00000000-0000-0000-0000-00000000000c', 'cleo',
                    '2026-06-01T11:00:00Z', NULL)
            """;

    @Test
    void auditsTheReleasesThatWereDecidedBeforeThereWasAnAudit() {
        var database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.newDatabase());
        database.setUser("postgres");
        migrate(database, "2");
        var jdbc = new JdbcTemplate(database);
        jdbc.execute(RELEASES);

        migrate(database, "latest");

        assertThat(jdbc.queryForList("SELECT event, action, by_subject FROM status.audit ORDER BY at"))
                .containsExactly(
                        entry("release/00000000-0000-0000-0000-000000000001", "DeviceReleased", "ada"),
                        entry("release/00000000-0000-0000-0000-000000000002", "FailureDismissed", "bert"));
    }

    private static Map<String, Object> entry(String event, String action, String by) {
        return Map.of("event", event, "action", action, "by_subject", by);
    }

    private static void migrate(PGSimpleDataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas("status")
                .defaultSchema("status")
                .locations("classpath:db/status")
                .target(version)
                .load()
                .migrate();
    }
}

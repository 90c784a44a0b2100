package dev.rollcall.status.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.TestPostgres;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
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
    private static final String DEVICES = """
            INSERT INTO status.devices (tenant_id, device_id, registration, asked, sighting)
            VALUES ('contoso', '00000000-0000-0000-0000-00000000000a',
                    (1, '1970-01-01T05:00:00Z', NULL, NULL, (NULL, NULL, NULL, NULL, 'Sales', NULL)), NULL,
                    ('1970-01-01T05:30:00Z', NULL, NULL)),
                ('contoso', '00000000-0000-0000-0000-00000000000b',
                    (1, '1970-01-01T05:00:00Z', NULL, NULL, (NULL, NULL, NULL, NULL, 'SALES', NULL)), NULL,
                    ('1970-01-01T05:59:59Z', NULL, NULL)),
                ('contoso', '00000000-0000-0000-0000-00000000000c', NULL,
                    ('2026-06-01T09:00:00Z', 1, NULL, true, NULL, true, 'DeviceNotFound', '', NULL), NULL),
                ('contoso', '00000000-0000-0000-0000-00000000000d', NULL,
                    ('2026-06-01T09:00:00Z', 2, NULL, false, NULL, NULL, NULL, NULL, NULL), NULL),
                ('contoso', '00000000-0000-0000-0000-00000000000e', NULL, NULL, ('2026-06-01T09:00:00Z', NULL, NULL)),
                ('contoso', '00000000-0000-0000-0000-00000000000f',
                    (1, '1970-01-01T09:00:00Z', NULL, NULL, (NULL, NULL, NULL, NULL, 'Sales', NULL)), NULL,
                    ('1970-01-01T05:30:00Z', NULL, NULL))
            """;

    private final DataSource database = newDatabase();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void auditsTheReleasesThatWereDecidedBeforeThereWasAnAudit() {
        migrate("2");
        jdbc.execute(RELEASES);

        migrate("latest");

        assertThat(jdbc.queryForList("SELECT event, action, by_subject FROM status.audit ORDER BY at"))
                .containsExactly(
                        entry("release/00000000-0000-0000-0000-000000000001", "DeviceReleased", "ada"),
                        entry("release/00000000-0000-0000-0000-000000000002", "FailureDismissed", "bert"));
    }

    @Test
    void countsTheDevicesThatWereListedBeforeTheListWasCounted() {
        migrate("4");
        jdbc.execute(DEVICES);

        migrate("latest");

        assertThat(counts("concat_ws('/', bucket, error, devices)", "device_counts"))
                .isEqualTo(List.of("0//1", "1/DeviceNotFound/1", "2//1", "5//2"));
        assertThat(counts("concat_ws('/', group_tag, bucket, error, devices)", "group_counts"))
                .isEqualTo(List.of("/0//1", "/1/DeviceNotFound/1", "sales/2//1", "sales/5//2"));
    }

    @Test
    void searchesTheDevicesThatWereListedBefore() {
        migrate("8");
        jdbc.execute(DEVICES);
        jdbc.execute("""
                INSERT INTO status.devices (tenant_id, device_id, registration)
                VALUES ('fabrikam', '00000000-0000-0000-0000-00000000000a',
                    (1, '1970-01-01T05:00:00Z', NULL, NULL, ('PF-1', NULL, NULL, NULL, NULL, 'Ada@Fabrikam')))
                """);

        migrate("latest");

        assertThat(jdbc.queryForList("SELECT tenant_id, devices::text, texts FROM status.device_texts"))
                .containsExactly(Map.of(
                        "tenant_id", "fabrikam",
                        "devices", "{00000000-0000-0000-0000-00000000000a}",
                        "texts", "ada@fabrikam pf-1 "));
    }

    @Test
    void countsWhatTheBatchesCameToThatWereDecidedBefore() {
        migrate("11");
        jdbc.execute("""
                INSERT INTO status.batches (batch_id, tenant_id, partner_id, started_at, row_count)
                VALUES ('00000000-0000-0000-0000-00000000000a', 'contoso', NULL, '1970-01-01T00:59:59Z', 9),
                    ('00000000-0000-0000-0000-00000000000b', 'contoso', 'northwind', '1970-01-01T00:45:00Z', 4),
                    ('00000000-0000-0000-0000-00000000000c', 'fabrikam', NULL, '1970-01-01T01:00:00Z', NULL);
                INSERT INTO status.batch_counts (batch_id, what, rows)
                VALUES ('00000000-0000-0000-0000-00000000000a', 'Seen', 9),
                    ('00000000-0000-0000-0000-00000000000a', 'Registered', 3),
                    ('00000000-0000-0000-0000-00000000000a', 'DeviceNotFound', 2),
                    ('00000000-0000-0000-0000-00000000000a', 'UnexpectedError', 1),
                    ('00000000-0000-0000-0000-00000000000b', 'Registered', 4),
                    ('00000000-0000-0000-0000-00000000000c', 'Seen', 5)
                """);

        migrate("latest");

        assertThat(counts("concat_ws('/', tenant_id, quarter, registered, rows)", "outcome_counts"))
                .isEqualTo(List.of("contoso/3/f/3", "contoso/3/t/7"));
    }

    private List<?> counts(String text, String table) {
        return jdbc.queryForList("SELECT " + text + " FROM status." + table + " ORDER BY 1", String.class);
    }

    private static Map<String, Object> entry(String event, String action, String by) {
        return Map.of("event", event, "action", action, "by_subject", by);
    }

    private static DataSource newDatabase() {
        var database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.newDatabase());
        database.setUser("postgres");
        return database;
    }

    private void migrate(String version) {
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

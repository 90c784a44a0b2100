package dev.rollcall.benchmarks.devices;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts devices into the table that the lists are read from, by SQL, each as the row that the projection would have
/// written: millions of them through uploads would take an hour, and how fast that is another benchmark tells. The
/// indexes are the product's own, dropped and built again; the counters are counted as the product's migration does.
public final class DeviceLoad {
    private static final int AT_A_TIME = 100_000;
    private static final String INDEXES = """
            SELECT indexdef, format('DROP INDEX status.%I', indexname) AS dropping
            FROM pg_indexes WHERE schemaname = 'status' AND tablename = 'devices' AND indexname <> 'devices_pkey'
            """;
    private static final List<String> BEFORE = List.of(
            "TRUNCATE status.devices, status.device_counts, status.group_counts, status.device_texts",
            "ALTER TABLE status.devices DROP CONSTRAINT devices_pkey");
    private static final String PRIMARY_KEY = "ALTER TABLE status.devices ADD PRIMARY KEY (tenant_id, device_id)";
    private static final List<String> AFTER = List.of(
            """
            INSERT INTO status.group_counts (tenant_id, group_tag, bucket, error, devices)
            SELECT tenant_id, lower(left(coalesce(group_tag, ''), 100) COLLATE "pg_c_utf8") COLLATE "C",
                CASE WHEN state_order <= 2 THEN state_order
                    ELSE GREATEST(3, (4611686018427387904 - state_order) / 3600000000) END,
                CASE standing WHEN 'failed' THEN (asked).error ELSE '' END, count(*)
            FROM status.devices WHERE standing IS NOT NULL GROUP BY 1, 2, 3, 4
            """, """
            INSERT INTO status.device_counts (tenant_id, bucket, error, devices)
            SELECT tenant_id, bucket, error, sum(devices) FROM status.group_counts GROUP BY 1, 2, 3
            """, """
            INSERT INTO status.device_texts (tenant_id, devices, texts)
            SELECT tenant_id, array_agg(device_id), string_agg(lower((coalesce(assigned_user, '') || ' '
                || coalesce(serial_number, '') || ' ' || coalesce(model, '')) COLLATE "pg_c_utf8"), E'\\n')
            FROM status.devices GROUP BY tenant_id, left(device_id::text, 3)
            """, "VACUUM (ANALYZE) status.devices, status.device_counts, status.group_counts", "CHECKPOINT");
    private static final String LOADED = "SELECT coalesce(sum(devices), 0) FROM status.device_counts";

    private static final String UNPACKED = """
            SELECT tenant_id FROM status.device_texts WHERE trigrams IS NULL GROUP BY tenant_id HAVING sum(entries) >= 64
            """;

    private final Engines engines;
    private final PrintWriter out;

    public DeviceLoad(Engines engines, PrintWriter out) {
        this.engines = engines;
        this.out = out;
    }

    /// Loads what each tenant is to have, unless that many are there.
    public void ensure(Map<String, Integer> devicesByTenant) {
        var all = devicesByTenant.values().stream().mapToInt(Integer::intValue).sum();
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement()) {
            if (loaded(statement) != all) {
                out.printf("loading %,d devices …%n", all);
                load(statement, devicesByTenant);
            }
        } catch (SQLException e) {
            throw new BenchFailure("the devices can't be loaded: " + e.getMessage(), e);
        }
    }

    /// Whether the server has put the texts into the form that searches read fastest, which it does by itself.
    public boolean isSearchable() {
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement();
                var unpacked = statement.executeQuery(UNPACKED)) {
            return !unpacked.next();
        } catch (SQLException e) {
            throw new BenchFailure("PostgreSQL does not tell its texts: " + e.getMessage(), e);
        }
    }

    private static long loaded(Statement statement) throws SQLException {
        try (var sum = statement.executeQuery(LOADED)) {
            sum.next();
            return sum.getLong(1);
        }
    }

    private void load(Statement statement, Map<String, Integer> devicesByTenant) throws SQLException {
        statement.execute("SET maintenance_work_mem = '1GB'");
        var indexes = dropIndexes(statement);
        for (var tenant : devicesByTenant.entrySet()) {
            load(statement, tenant.getKey(), tenant.getValue());
        }
        for (var sql : indexes) {
            out.println("  " + sql.replaceAll(" ON .*", "") + " …");
            statement.execute(sql);
        }
        for (var sql : AFTER) {
            statement.execute(sql);
        }
    }

    /// How to build them again.
    private static List<String> dropIndexes(Statement statement) throws SQLException {
        var building = new ArrayList<>(List.of(PRIMARY_KEY));
        var dropping = new ArrayList<>(BEFORE);
        try (var indexes = statement.executeQuery(INDEXES)) {
            while (indexes.next()) {
                building.add(indexes.getString("indexdef"));
                dropping.add(indexes.getString("dropping"));
            }
        }
        for (var sql : dropping) {
            statement.execute(sql);
        }
        return building;
    }

    private void load(Statement statement, String tenant, int devices) throws SQLException {
        var template = Sql.of("devices.sql")
                .replace("{tenant}", tenant)
                .replace("{last_of_tenant}", Integer.toString(devices))
                .replace("{now}", InstantSource.system().instant().toString());
        for (var first = 1; first <= devices; first += AT_A_TIME) {
            var last = Math.min(devices, first + AT_A_TIME - 1);
            statement.execute(
                    template.replace("{first}", Integer.toString(first)).replace("{last}", Integer.toString(last)));
        }
        out.printf("  %s: %,d devices%n", tenant, devices);
    }
}

package dev.rollcall.faults.evidence;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.faults.checker.Tenure;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the ownership table.
final class OwnershipReader {
    private static final String TENURES = """
            SELECT device_id, generation, tenant, request_id, registered_at, release_request_id, released_at
              FROM registration.ownership
            """;

    private OwnershipReader() {}

    static List<Tenure> read(Engines engines) {
        var tenures = new ArrayList<Tenure>();
        try (var connection = engines.connect("registration");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TENURES)) {
            while (rows.next()) {
                tenures.add(tenure(rows));
            }
        } catch (SQLException e) {
            throw new BenchFailure("the ownership table can't be read: " + e.getMessage(), e);
        }
        return tenures;
    }

    private static Tenure tenure(ResultSet row) throws SQLException {
        return new Tenure(
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getLong("generation"),
                new TenantId(row.getString("tenant")),
                new RequestId(row.getObject("request_id", UUID.class)),
                instant(row, "registered_at"),
                release(row));
    }

    private static Tenure.@Nullable Release release(ResultSet row) throws SQLException {
        var request = row.getObject("release_request_id", UUID.class);
        return request == null ? null : new Tenure.Release(new RequestId(request), instant(row, "released_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

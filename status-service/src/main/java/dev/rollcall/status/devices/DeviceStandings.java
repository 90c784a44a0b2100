package dev.rollcall.status.devices;

import dev.rollcall.identity.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which of some devices are in a tenant's list, and what is under way for each; one query, however many they are.
@Component
final class DeviceStandings {
    private static final String STANDINGS = """
            SELECT d.device_id, d.registered_at,
                (SELECT count(*) FROM status.requests r
                    WHERE r.tenant_id = d.tenant_id AND r.device_id = d.device_id AND r.outcome IS NULL)
                + (SELECT count(*) FROM status.releases r
                    WHERE r.tenant_id = d.tenant_id AND r.device_id = d.device_id AND r.outcome IS NULL) AS pending
            FROM status.devices d
            WHERE d.tenant_id = :tenant AND d.device_id = ANY (:devices::uuid[]) AND d.standing IS NOT NULL
            ORDER BY d.device_id
            """;

    private final JdbcClient jdbc;

    DeviceStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// `pendingRequests` counts the undecided requests of the tenant for the device, releases too; `registeredAt` is
    /// null for a device that is not registered now.
    record Standing(
            UUID deviceId, long pendingRequests, @Nullable Instant registeredAt) {}

    List<Standing> find(TenantId tenant, Set<UUID> devices) {
        return jdbc.sql(STANDINGS)
                .param("tenant", tenant.value())
                .param("devices", devices.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var registeredAt = row.getTimestamp("registered_at");
        return new Standing(
                row.getObject("device_id", UUID.class),
                row.getLong("pending"),
                registeredAt == null ? null : registeredAt.toInstant());
    }
}

package dev.rollcall.status.devices;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.identity.TenantId;
import dev.rollcall.status.state.DeviceState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts a tenant's devices by state and its failed ones by error, each from an index alone.
@Component
final class DeviceSummary {
    private static final String BY_STATE = """
            SELECT CASE
                    WHEN state_order = 0 THEN 'AutopilotRegistrationRequested'
                    WHEN state_order = 1 THEN 'RegistrationFailed'
                    WHEN state_order = 2 THEN 'ReadyForUser'
                    WHEN state_order <= :lastActive THEN 'Active'
                    ELSE 'Inactive'
                END AS name, count(*) AS devices
            FROM status.devices
            WHERE tenant_id = :tenant AND standing IS NOT NULL
            GROUP BY 1
            """;
    private static final String BY_ERROR = """
            SELECT (asked).error AS name, count(*) AS devices
            FROM status.devices
            WHERE tenant_id = :tenant AND standing = 'failed'
            GROUP BY 1
            """;

    private final JdbcClient jdbc;

    DeviceSummary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every state and every error has its count, be it zero.
    record Counts(long total, Map<String, Long> states, Map<String, Long> errors) {}

    Counts count(TenantId tenant, Instant now) {
        var states = counts(
                Stream.of(DeviceState.values()).map(DeviceState::apiName),
                jdbc.sql(BY_STATE)
                        .param("tenant", tenant.value())
                        .param("lastActive", DeviceConditions.lastActive(now)));
        var errors = counts(
                Stream.of(RegistrationError.values()).map(RegistrationError::wireName),
                jdbc.sql(BY_ERROR).param("tenant", tenant.value()));
        var total = states.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(total, states, errors);
    }

    private static Map<String, Long> counts(Stream<String> names, JdbcClient.StatementSpec query) {
        var counts = new LinkedHashMap<String, Long>();
        names.forEach(name -> counts.put(name, 0L));
        query.query(row -> {
            counts.put(row.getString("name"), row.getLong("devices"));
        });
        return counts;
    }
}

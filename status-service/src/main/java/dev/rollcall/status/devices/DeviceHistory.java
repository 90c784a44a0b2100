package dev.rollcall.status.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.status.state.Failure;
import dev.rollcall.status.state.Labels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a tenant asked for one of its devices, newest first, and what came of it.
@Component
final class DeviceHistory {
    private static final String ENTRIES = """
            SELECT 'Registration' AS kind, request_id, batch_id, row_number, requested_at, outcome, reason, decided_at
            FROM status.requests WHERE tenant_id = :tenant AND device_id = :device
            UNION ALL
            SELECT 'Release', request_id, NULL, 0, requested_at, outcome, NULL, decided_at
            FROM status.releases WHERE tenant_id = :tenant AND device_id = :device
            ORDER BY requested_at DESC, row_number DESC, request_id
            LIMIT 1000
            """;
    private static final String PENDING = """
            SELECT (SELECT count(*) FROM status.requests
                    WHERE tenant_id = :tenant AND device_id = :device AND outcome IS NULL)
                + (SELECT count(*) FROM status.releases
                    WHERE tenant_id = :tenant AND device_id = :device AND outcome IS NULL)
            """;

    private final JdbcClient jdbc;

    DeviceHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// `kind` is `Registration` or `Release`. `outcome` is that of the batch's row, or `Released` or `Dismissed`.
    record Entry(
            UUID requestId,
            String kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID batchId,

            Instant requestedAt,
            String outcome,
            @Nullable Instant decidedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Failure error) {}

    List<Entry> entries(TenantId tenant, DeviceId device, Labels labels) {
        return jdbc.sql(ENTRIES)
                .param("tenant", tenant.value())
                .param("device", device.value())
                .query((row, _) -> entry(row, labels))
                .list();
    }

    long pending(TenantId tenant, DeviceId device) {
        return jdbc.sql(PENDING)
                .param("tenant", tenant.value())
                .param("device", device.value())
                .query(Long.class)
                .single();
    }

    private static Entry entry(ResultSet row, Labels labels) throws SQLException {
        var request = row.getObject("request_id", UUID.class);
        var outcome = row.getString("outcome");
        var reason = row.getString("reason");
        var decidedAt = row.getTimestamp("decided_at");
        return new Entry(
                request,
                row.getString("kind"),
                row.getObject("batch_id", UUID.class),
                row.getTimestamp("requested_at").toInstant(),
                outcome == null ? "Pending" : outcome,
                Optional.ofNullable(decidedAt).map(Timestamp::toInstant).orElse(null),
                Optional.ofNullable(outcome)
                        .flatMap(Failure::named)
                        .map(error -> Failure.of(error, reason, new RequestId(request), labels))
                        .orElse(null));
    }
}

package dev.rollcall.status.devices;

import dev.rollcall.events.DeliveryStep;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was confirmed of a device on its way to its user, for its present registration alone.
@Component
final class DeliveryChecklist {
    private static final String CONFIRMED = """
            SELECT s.step, s.confirmed_by, s.confirmed_at
            FROM status.devices d
                JOIN status.delivery_steps s USING (tenant_id, device_id, registered_at)
            WHERE d.tenant_id = :tenant AND d.device_id = :device
            """;

    private final JdbcClient jdbc;

    DeliveryChecklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who confirmed the step first, and when; null for a step that nobody has confirmed.
    record Entry(
            DeliveryStep step,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    /// Every step, in the usual order.
    List<Entry> entries(TenantId tenant, DeviceId device) {
        var confirmed = jdbc
                .sql(CONFIRMED)
                .param("tenant", tenant.value())
                .param("device", device.value())
                .query((row, _) -> entry(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::step, Function.identity()));
        return Arrays.stream(DeliveryStep.values())
                .map(step -> confirmed.getOrDefault(step, new Entry(step, null, null)))
                .toList();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                DeliveryStep.named(row.getString("step")).orElseThrow(),
                row.getString("confirmed_by"),
                row.getTimestamp("confirmed_at").toInstant());
    }
}

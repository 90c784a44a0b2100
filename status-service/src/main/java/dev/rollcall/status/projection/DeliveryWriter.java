package dev.rollcall.status.projection;

import dev.rollcall.events.DeliveryStepConfirmed;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes the steps that were confirmed for registrations of devices. Of several confirmations of one step the first
/// stays, by their own times and in whatever order they come.
@Component
final class DeliveryWriter {
    private static final String WRITE = """
            INSERT INTO status.delivery_steps AS d
                (tenant_id, device_id, registered_at, step, confirmed_at, request_id, confirmed_by)
            SELECT DISTINCT ON (n.tenant_id, n.device_id, n.registered_at, n.step) n.*
            FROM unnest(?::text[], ?::uuid[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::uuid[], ?::text[])
                AS n (tenant_id, device_id, registered_at, step, confirmed_at, request_id, confirmed_by)
            ORDER BY n.tenant_id, n.device_id, n.registered_at, n.step, n.confirmed_at, n.request_id
            ON CONFLICT (tenant_id, device_id, registered_at, step) DO UPDATE SET
                confirmed_at = excluded.confirmed_at,
                request_id = excluded.request_id,
                confirmed_by = excluded.confirmed_by
            WHERE (excluded.confirmed_at, excluded.request_id) < (d.confirmed_at, d.request_id)
            """;

    private final JdbcTemplate jdbc;

    DeliveryWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<DeliveryStepConfirmed> events) {
        if (!events.isEmpty()) {
            jdbc.update(WRITE, columns(events));
        }
    }

    private static Object[] columns(List<DeliveryStepConfirmed> events) {
        return Columns.of(events)
                .id(DeliveryStepConfirmed::tenantId)
                .id(DeliveryStepConfirmed::deviceId)
                .time(event -> DeviceChanges.micros(event.registeredAt()))
                .text(event -> event.step().wireName())
                .time(event -> DeviceChanges.micros(event.confirmedAt()))
                .id(DeliveryStepConfirmed::requestId)
                .text(DeliveryStepConfirmed::confirmedBy)
                .arrays();
    }
}

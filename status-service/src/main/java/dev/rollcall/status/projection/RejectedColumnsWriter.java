package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps the failed rows as they were uploaded, so that they can be mended and posted again; for a week, because the
/// hash is personal data.
@Component
final class RejectedColumnsWriter {
    static final Duration KEPT = Duration.ofDays(7);

    private static final String WRITE = """
            INSERT INTO status.rejected_columns (batch_id, row_number, accepted_at, serial_number, manufacturer, model,
                product_id, hardware_hash, group_tag, assigned_user)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[])
            ORDER BY 1, 2
            ON CONFLICT (batch_id, row_number) DO NOTHING
            """;
    private static final String PURGE = "DELETE FROM status.rejected_columns WHERE accepted_at < ?::timestamptz";

    private final JdbcTemplate jdbc;

    RejectedColumnsWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    int write(List<RegistrationRequested> events) {
        if (events.isEmpty()) {
            return 0;
        }
        var first = new LinkedHashMap<List<Object>, RegistrationRequested>();
        for (var event : events) {
            var submission = event.submission();
            first.putIfAbsent(
                    List.of(submission.batchId(), submission.position().row()), event);
        }
        return jdbc.update(WRITE, arrays(List.copyOf(first.values())));
    }

    int purge(Instant now) {
        return jdbc.update(PURGE, now.minus(KEPT).toString());
    }

    private static Object[] arrays(List<RegistrationRequested> events) {
        return Columns.of(events)
                .id(event -> event.submission().batchId())
                .number(event -> event.submission().position().row())
                .time(event -> event.submission().acceptedAt())
                .text(event -> event.columns().serialNumber())
                .text(event -> event.columns().manufacturer())
                .text(event -> event.columns().model())
                .text(event -> event.columns().productId())
                .text(event -> event.columns().hardwareHash())
                .text(event -> event.columns().groupTag())
                .text(event -> event.columns().assignedUser())
                .arrays();
    }
}

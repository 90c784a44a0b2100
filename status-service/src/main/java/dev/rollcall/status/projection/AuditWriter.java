package dev.rollcall.status.projection;

import dev.rollcall.events.Event;
import dev.rollcall.status.projection.AuditEntry.Subject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Appends to the audits of tenants. What is told again adds nothing.
@Component
final class AuditWriter {
    private static final String APPEND = """
            INSERT INTO status.audit (tenant_id, event, at, action, by_subject, request_id, partner_id, batch_id,
                row_count, device_id, relationship_id, side, step)
            SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                ?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
            ORDER BY 1, 2
            ON CONFLICT (tenant_id, event) DO NOTHING
            RETURNING event
            """;

    private final JdbcTemplate jdbc;

    AuditWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// How many of the events added something.
    int append(List<? extends Event> events) {
        var entries = events.stream().flatMap(AuditEntry::of).toList();
        if (entries.isEmpty()) {
            return 0;
        }
        var added = Set.copyOf(jdbc.queryForList(APPEND, String.class, arrays(entries)));
        return (int) events.stream().filter(event -> tellsOneOf(added, event)).count();
    }

    private static boolean tellsOneOf(Set<String> added, Event event) {
        return AuditEntry.of(event).map(AuditEntry::event).anyMatch(added::contains);
    }

    private static Object[] arrays(List<AuditEntry> entries) {
        return Columns.of(entries)
                .id(AuditEntry::tenantId)
                .text(AuditEntry::event)
                .time(entry -> entry.act().at())
                .text(entry -> entry.act().action().apiName())
                .text(entry -> entry.act().by())
                .id(entry -> entry.act().requestId())
                .id(entry -> partner(entry.subject()))
                .id(entry -> entry.subject() instanceof Subject.Batch(var batch) ? batch.batchId() : null)
                .number(entry -> entry.subject() instanceof Subject.Batch(var batch) ? batch.rowCount() : null)
                .id(entry -> device(entry.subject()))
                .id(entry -> entry.subject() instanceof Subject.Relationship(var id, var _, var _) ? id : null)
                .text(entry -> entry.subject() instanceof Subject.Relationship(var _, var _, var side)
                        ? side.wireName()
                        : null)
                .text(entry -> entry.subject() instanceof Subject.Delivery(var _, var step) ? step.wireName() : null)
                .arrays();
    }

    private static @Nullable Object device(Subject subject) {
        return switch (subject) {
            case Subject.Device(var device) -> device;
            case Subject.Delivery(var device, var _) -> device;
            case Subject.Batch _, Subject.Relationship _ -> null;
        };
    }

    private static @Nullable Object partner(Subject subject) {
        return switch (subject) {
            case Subject.Batch(var batch) -> batch.partnerId();
            case Subject.Device _, Subject.Delivery _ -> null;
            case Subject.Relationship(var _, var partner, var _) -> partner;
        };
    }
}

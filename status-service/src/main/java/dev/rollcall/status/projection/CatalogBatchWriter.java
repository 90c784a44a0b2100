package dev.rollcall.status.projection;

import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogConflict;
import dev.rollcall.events.CatalogRowsDecided;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes the batches of suppliers. Each slice is counted once: the statement that adds it is the statement that
/// counts it.
@Component
final class CatalogBatchWriter {
    private static final String ACCEPT = """
            INSERT INTO status.catalog_batches AS b (batch_id, supplier_id, action, row_count, started_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
            ORDER BY 1
            ON CONFLICT (batch_id) DO UPDATE SET
                action = excluded.action, row_count = excluded.row_count, started_at = excluded.started_at
                WHERE b.row_count IS NULL
            """;
    private static final String DECIDE = """
            WITH added AS (INSERT INTO status.catalog_slices
                    (batch_id, slice, supplier_id, listed, delisted, unchanged, conflicting, decided_at)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::timestamptz[])
                ORDER BY 1, 2
                ON CONFLICT (batch_id, slice) DO NOTHING
                RETURNING *),
            counted AS (INSERT INTO status.catalog_batches AS b
                    (batch_id, supplier_id, started_at, listed, delisted, unchanged, conflicting, decided_at)
                SELECT batch_id, min(supplier_id), min(decided_at), sum(listed), sum(delisted), sum(unchanged),
                    sum(conflicting), max(decided_at)
                FROM added GROUP BY batch_id ORDER BY batch_id
                ON CONFLICT (batch_id) DO UPDATE SET
                    started_at = CASE WHEN b.row_count IS NULL THEN LEAST(b.started_at, excluded.started_at)
                        ELSE b.started_at END,
                    listed = b.listed + excluded.listed, delisted = b.delisted + excluded.delisted,
                    unchanged = b.unchanged + excluded.unchanged, conflicting = b.conflicting + excluded.conflicting,
                    decided_at = GREATEST(b.decided_at, excluded.decided_at))
            SELECT count(*) FROM added
            """;
    private static final String CONFLICTS = """
            INSERT INTO status.catalog_conflicts
                (batch_id, row_number, file, line, manufacturer, model, serial_number, reason)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[])
            ORDER BY 1, 2
            ON CONFLICT (batch_id, row_number) DO NOTHING
            """;

    private final JdbcTemplate jdbc;

    CatalogBatchWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Refused(CatalogRowsDecided slice, CatalogConflict conflict) {}

    int accept(List<CatalogBatchAccepted> events) {
        var first = new LinkedHashMap<Object, CatalogBatchAccepted>();
        events.forEach(event -> first.putIfAbsent(event.batchId(), event));
        var columns = Columns.of(List.copyOf(first.values()))
                .id(CatalogBatchAccepted::batchId)
                .id(CatalogBatchAccepted::supplierId)
                .text(event -> event.action().wireName())
                .number(CatalogBatchAccepted::rowCount)
                .time(CatalogBatchAccepted::acceptedAt);
        return first.isEmpty() ? 0 : jdbc.update(ACCEPT, columns.arrays());
    }

    int decide(List<CatalogRowsDecided> events) {
        if (events.isEmpty()) {
            return 0;
        }
        refuse(events);
        var added = jdbc.queryForObject(DECIDE, Integer.class, slices(events));
        return added == null ? 0 : added;
    }

    private void refuse(List<CatalogRowsDecided> events) {
        var refused = events.stream()
                .flatMap(slice -> slice.conflicts().stream().map(conflict -> new Refused(slice, conflict)))
                .toList();
        if (!refused.isEmpty()) {
            jdbc.update(CONFLICTS, conflicts(refused));
        }
    }

    private static Object[] slices(List<CatalogRowsDecided> events) {
        return Columns.of(events)
                .id(CatalogRowsDecided::batchId)
                .text(CatalogRowsDecided::slice)
                .id(CatalogRowsDecided::supplierId)
                .number(CatalogRowsDecided::listed)
                .number(CatalogRowsDecided::delisted)
                .number(CatalogRowsDecided::unchanged)
                .number(event -> (long) event.conflicts().size())
                .time(CatalogRowsDecided::decidedAt)
                .arrays();
    }

    private static Object[] conflicts(List<Refused> refused) {
        return Columns.of(refused)
                .id(row -> row.slice().batchId())
                .number(row -> row.conflict().position().row())
                .text(row -> row.conflict().position().file())
                .number(row -> row.conflict().position().line())
                .text(row -> row.conflict().device().manufacturer())
                .text(row -> row.conflict().device().model())
                .text(row -> row.conflict().device().serialNumber())
                .text(row -> row.conflict().reason())
                .arrays();
    }
}

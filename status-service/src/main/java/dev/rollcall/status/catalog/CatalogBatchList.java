package dev.rollcall.status.catalog;

import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.paging.PageRequest;
import dev.rollcall.status.paging.PlaceInTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The batches of a supplier, newest first, with their progress.
@Component
final class CatalogBatchList {
    private static final String BATCHES = """
            SELECT batch_id, action, row_count, listed, delisted, unchanged, conflicting, started_at, decided_at
            FROM status.catalog_batches
            WHERE supplier_id = :supplier {place}
            ORDER BY started_at DESC, batch_id DESC
            LIMIT :limit
            """;
    private static final String BEHIND = "AND (started_at, batch_id) < (:startedAt, :batch)";
    private static final String ONE = "AND batch_id = :batch";
    private static final String TOTAL = "SELECT count(*) FROM status.catalog_batches WHERE supplier_id = :supplier";

    private final JdbcClient jdbc;

    CatalogBatchList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String fingerprint(SupplierId supplier) {
        return String.join("\0", "catalog-batches", supplier.value());
    }

    static boolean fits(Cursor cursor) {
        return PlaceInTime.isAmongUuids(cursor);
    }

    Optional<CatalogBatchView> find(SupplierId supplier, CatalogBatchId batch) {
        return jdbc.sql(BATCHES.replace("{place}", ONE))
                .param("supplier", supplier.value())
                .param("batch", batch.value())
                .param("limit", 1)
                .query(CatalogBatchList::progress)
                .optional()
                .map(CatalogProgress::view);
    }

    Page<CatalogBatchView> page(SupplierId supplier, PageRequest page) {
        var total = page.after().map(Cursor::total).orElseGet(() -> total(supplier));
        var found = jdbc.sql(BATCHES.replace("{place}", page.after().isEmpty() ? "" : BEHIND))
                .param("supplier", supplier.value())
                .params(page.after()
                        .flatMap(PlaceInTime::of)
                        .map(CatalogBatchList::parameters)
                        .orElse(Map.of()))
                .param("limit", page.limit() + 1)
                .query(CatalogBatchList::progress)
                .list();
        return Page.of(found, page.limit(), total, last -> cursor(supplier, last, total))
                .map(CatalogProgress::view);
    }

    private long total(SupplierId supplier) {
        return jdbc.sql(TOTAL)
                .param("supplier", supplier.value())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> parameters(PlaceInTime place) {
        return Map.of("startedAt", Timestamp.from(place.at()), "batch", UUID.fromString(place.id()));
    }

    private static String cursor(SupplierId supplier, CatalogProgress last, long total) {
        return new PlaceInTime(last.startedAt(), last.batchId().toString())
                .cursor(total)
                .encode(fingerprint(supplier));
    }

    private static CatalogProgress progress(ResultSet row, int number) throws SQLException {
        var counts = new CatalogProgress.Counts(
                row.getLong("listed"), row.getLong("delisted"), row.getLong("unchanged"), row.getLong("conflicting"));
        return new CatalogProgress(
                row.getObject("batch_id", UUID.class),
                row.getString("action"),
                row.getObject("row_count", Long.class),
                counts,
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("decided_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }
}

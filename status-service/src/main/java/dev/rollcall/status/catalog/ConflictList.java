package dev.rollcall.status.catalog;

import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The refused rows of a supplier's batch in the order of its files.
@Component
final class ConflictList {
    private static final String FROM = """
            FROM status.catalog_conflicts c
                JOIN status.catalog_batches b ON b.batch_id = c.batch_id AND b.supplier_id = :supplier
            WHERE c.batch_id = :batch AND c.row_number > :after
            """;
    private static final String PAGE = """
            SELECT c.file, c.row_number, c.line, c.manufacturer, c.model, c.serial_number, c.reason
            %s
            ORDER BY c.row_number
            LIMIT :limit
            """.formatted(FROM);
    private static final String TOTAL = "SELECT count(*) " + FROM;

    private final JdbcClient jdbc;

    ConflictList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String fingerprint(SupplierId supplier, CatalogBatchId batch) {
        return String.join("\0", "catalog-conflicts", supplier.value(), batch.toString());
    }

    static boolean fits(Cursor cursor) {
        return cursor.sortKey().matches("[0-9]{1,18}");
    }

    Page<ConflictView> page(SupplierId supplier, CatalogBatchId batch, PageRequest page) {
        var total = page.after()
                .map(Cursor::total)
                .orElseGet(() -> rows(TOTAL, supplier, batch)
                        .param("after", 0)
                        .query(Long.class)
                        .single());
        var found = rows(PAGE, supplier, batch)
                .param(
                        "after",
                        page.after().map(Cursor::sortKey).map(Long::valueOf).orElse(0L))
                .param("limit", page.limit() + 1)
                .query(ConflictList::view)
                .list();
        return Page.of(
                found,
                page.limit(),
                total,
                last -> new Cursor(Long.toString(last.row()), "", total).encode(fingerprint(supplier, batch)));
    }

    private JdbcClient.StatementSpec rows(String sql, SupplierId supplier, CatalogBatchId batch) {
        return jdbc.sql(sql).param("supplier", supplier.value()).param("batch", batch.value());
    }

    private static ConflictView view(ResultSet row, int number) throws SQLException {
        return new ConflictView(
                row.getString("file"),
                row.getLong("row_number"),
                row.getLong("line"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial_number"),
                row.getString("reason"));
    }
}

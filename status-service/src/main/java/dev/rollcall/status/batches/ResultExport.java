package dev.rollcall.status.batches;

import dev.rollcall.status.csv.CsvTable;
import dev.rollcall.status.state.Failure;
import dev.rollcall.status.state.Labels;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of a batch as CSV with the columns of an upload, so that they can be mended and posted again; the columns
/// behind them tell what became of the row, and an upload ignores them. Rows are read in portions and are never all in
/// memory; while a portion is written no connection is held, so that a caller who reads slowly keeps nobody from the
/// database. A failed row has its hash for a week.
@Component
final class ResultExport {
    static final List<String> HEADER = List.of(
            "Manufacturer name",
            "Device model",
            "Device Serial Number",
            "Windows Product ID",
            "Hardware Hash",
            "Group Tag",
            "Assigned User",
            "Outcome",
            "Error",
            "Reason",
            "File",
            "Line",
            "Request ID");
    private static final String ROWS = """
            SELECT CASE WHEN u.batch_id IS NULL THEN r.manufacturer ELSE u.manufacturer END AS manufacturer,
                CASE WHEN u.batch_id IS NULL THEN r.model ELSE u.model END AS model,
                CASE WHEN u.batch_id IS NULL THEN r.serial_number ELSE u.serial_number END AS serial_number,
                CASE WHEN u.batch_id IS NULL THEN r.product_id ELSE u.product_id END AS product_id,
                u.hardware_hash,
                CASE WHEN u.batch_id IS NULL THEN r.group_tag ELSE u.group_tag END AS group_tag,
                CASE WHEN u.batch_id IS NULL THEN r.assigned_user ELSE u.assigned_user END AS assigned_user,
                coalesce(r.outcome, 'Pending') AS outcome, r.reason, r.file, r.line, r.request_id, r.row_number
            FROM status.requests r
                LEFT JOIN status.rejected_columns u ON u.batch_id = r.batch_id AND u.row_number = r.row_number
            WHERE {condition}
            ORDER BY r.row_number
            LIMIT :limit
            """;
    private static final int PORTION = 500;

    private final JdbcClient jdbc;

    ResultExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(long row, List<@Nullable String> cells) {}

    void write(ResultQuery query, Labels labels, CsvTable table) throws IOException {
        for (var portion = portion(query, labels); !portion.isEmpty(); ) {
            portion.forEach(line -> table.row(line.cells()));
            portion = portion.size() < PORTION
                    ? List.of()
                    : portion(query.behind(portion.getLast().row()), labels);
        }
        table.end();
    }

    private List<Line> portion(ResultQuery query, Labels labels) {
        return jdbc.sql(ROWS.replace("{condition}", query.condition()))
                .params(query.parameters())
                .param("limit", PORTION)
                .query((row, _) -> new Line(row.getLong("row_number"), cells(row, labels)))
                .list();
    }

    private static List<@Nullable String> cells(ResultSet row, Labels labels) throws SQLException {
        var error = Failure.named(row.getString("outcome"));
        return Arrays.asList(
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial_number"),
                row.getString("product_id"),
                row.getString("hardware_hash"),
                row.getString("group_tag"),
                row.getString("assigned_user"),
                row.getString("outcome"),
                error.map(labels::message).orElse(""),
                row.getString("reason"),
                row.getString("file"),
                row.getString("line"),
                row.getString("request_id"));
    }
}

package dev.rollcall.status.batches;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.state.Failure;
import dev.rollcall.status.state.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of a batch as CSV with the columns of an upload, so that they can be mended and posted again; the columns
/// behind them tell what became of the row, and an upload ignores them. Rows are read in portions and are never all in
/// memory; while a portion is written no connection is held, so that a caller who reads slowly keeps nobody from the
/// database. A failed row has its hash for a week.
@Component
final class ResultExport {
    private static final List<String> HEADER = List.of(
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
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JdbcClient jdbc;

    ResultExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(long row, List<String> cells) {}

    /// UTF-8 with a byte order mark, without which Excel would read another encoding. `out` stays open: where this
    /// throws, what was written is no whole file, and the caller must not end it as one.
    void write(ResultQuery query, Labels labels, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(HEADER);
        for (var portion = portion(query, labels); !portion.isEmpty(); ) {
            portion.forEach(line -> csv.writeRecord(line.cells()));
            portion = portion.size() < PORTION
                    ? List.of()
                    : portion(query.behind(portion.getLast().row()), labels);
        }
        csv.flush();
    }

    private List<Line> portion(ResultQuery query, Labels labels) {
        return jdbc.sql(ROWS.replace("{condition}", query.condition()))
                .params(query.parameters())
                .param("limit", PORTION)
                .query((row, _) -> new Line(row.getLong("row_number"), cells(row, labels)))
                .list();
    }

    private static List<String> cells(ResultSet row, Labels labels) throws SQLException {
        var error = Failure.named(row.getString("outcome"));
        return Stream.of(
                        row.getString("manufacturer"),
                        row.getString("model"),
                        row.getString("serial_number"),
                        row.getString("product_id"),
                        row.getString("hardware_hash"),
                        row.getString("group_tag"),
                        row.getString("assigned_user"),
                        row.getString("outcome"),
                        error.map((RegistrationError failed) -> labels.message(failed))
                                .orElse(""),
                        row.getString("reason"),
                        row.getString("file"),
                        row.getString("line"),
                        row.getString("request_id"))
                .map(cell -> CsvCell.safe(Optional.ofNullable(cell).orElse("")))
                .toList();
    }
}

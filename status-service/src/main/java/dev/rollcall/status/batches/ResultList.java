package dev.rollcall.status.batches;

import dev.rollcall.identity.RequestId;
import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.paging.PageRequest;
import dev.rollcall.status.state.Failure;
import dev.rollcall.status.state.Labels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of a batch in the order of its files.
@Component
final class ResultList {
    private static final String PAGE = """
            SELECT file, row_number, line, serial_number, device_id, request_id, outcome, reason
            FROM status.requests r
            WHERE {condition}
            ORDER BY row_number
            LIMIT :limit
            """;
    private static final String COUNTS = """
            SELECT c.what, c.rows FROM status.batches b JOIN status.batch_counts c ON c.batch_id = b.batch_id
            WHERE b.{owner} AND b.batch_id = :batch
            """;

    private final JdbcClient jdbc;

    ResultList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ResultView> page(ResultQuery query, PageRequest page, Labels labels) {
        var total = page.after().map(Cursor::total).orElseGet(() -> total(query));
        var behind = page.after()
                .map(Cursor::sortKey)
                .map(Long::valueOf)
                .map(query::behind)
                .orElse(query);
        var found = jdbc.sql(PAGE.replace("{condition}", behind.condition()))
                .params(behind.parameters())
                .param("limit", page.limit() + 1)
                .query((row, _) -> view(row, labels))
                .list();
        return Page.of(found, page.limit(), total, last -> cursor(query, last, total));
    }

    static boolean fits(Cursor cursor) {
        return cursor.sortKey().matches("[0-9]{1,18}");
    }

    /// Every row was counted when it came and when it was decided, so that none has to be looked at.
    private long total(ResultQuery query) {
        var counts = new HashMap<String, Long>();
        jdbc.sql(COUNTS.replace("{owner}", query.owner().condition()))
                .param("owner", query.owner().party())
                .param("batch", query.batch().value())
                .query(row -> {
                    counts.put(row.getString("what"), row.getLong("rows"));
                });
        return query.outcomes().count(counts);
    }

    private static String cursor(ResultQuery query, ResultView last, long total) {
        return new Cursor(Long.toString(last.row()), last.requestId().toString(), total).encode(query.fingerprint());
    }

    private static ResultView view(ResultSet row, Labels labels) throws SQLException {
        var request = row.getObject("request_id", UUID.class);
        var outcome = row.getString("outcome");
        return new ResultView(
                row.getString("file"),
                row.getLong("row_number"),
                row.getLong("line"),
                row.getString("serial_number"),
                row.getObject("device_id", UUID.class),
                request,
                outcome == null ? OutcomeFilter.PENDING : outcome,
                failure(outcome == null ? "" : outcome, row.getString("reason"), new RequestId(request), labels));
    }

    static @Nullable Failure failure(String outcome, @Nullable String reason, RequestId request, Labels labels) {
        return Failure.named(outcome)
                .map(error -> Failure.of(error, reason, request, labels))
                .orElse(null);
    }
}

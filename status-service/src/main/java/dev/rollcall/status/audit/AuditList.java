package dev.rollcall.status.audit;

import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.paging.PageRequest;
import dev.rollcall.status.paging.PlaceInTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Walks a tenant's audit, newest first.
@Component
final class AuditList {
    private static final String PAGE = """
            SELECT * FROM ({entries}) e
            {behind}
            ORDER BY at DESC, event DESC
            LIMIT :limit
            """;
    private static final String BEHIND = "WHERE (at, event) < (:at, :event)";
    private static final String TOTAL = "SELECT count(*) FROM ({entries}) e";
    private static final String EVENT_FORM = "[a-z]+/[0-9a-f-]{36}(/[A-Za-z]{1,40})?";

    private final JdbcClient jdbc;

    AuditList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(AuditItem item, String event) {}

    static boolean fits(Cursor cursor) {
        return PlaceInTime.of(cursor).isPresent() && cursor.id().matches(EVENT_FORM);
    }

    Page<AuditItem> page(AuditQuery query, PageRequest page) {
        var total = page.after().map(Cursor::total).orElseGet(() -> total(query));
        var found = jdbc.sql(PAGE.replace("{entries}", query.sql())
                        .replace("{behind}", page.after().isEmpty() ? "" : BEHIND))
                .params(query.parameters())
                .params(page.after()
                        .flatMap(PlaceInTime::of)
                        .map(AuditList::parameters)
                        .orElse(Map.of()))
                .param("limit", page.limit() + 1)
                .query(AuditList::entry)
                .list();
        return Page.of(found, page.limit(), total, last -> cursor(last, total, query))
                .map(Entry::item);
    }

    private long total(AuditQuery query) {
        return jdbc.sql(TOTAL.replace("{entries}", query.sql()))
                .params(query.parameters())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> parameters(PlaceInTime place) {
        return Map.of("at", Timestamp.from(place.at()), "event", place.id());
    }

    private static String cursor(Entry last, long total, AuditQuery query) {
        return new PlaceInTime(last.item().at(), last.event()).cursor(total).encode(query.fingerprint());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var item = new AuditItem(
                row.getTimestamp("at").toInstant(),
                row.getObject("request_id", UUID.class),
                row.getString("action"),
                row.getString("by_subject"),
                row.getString("side"),
                row.getString("partner_id"),
                row.getObject("batch_id", UUID.class),
                row.getObject("row_count", Long.class),
                row.getObject("device_id", UUID.class),
                row.getObject("relationship_id", UUID.class),
                row.getString("step"));
        return new Entry(item, row.getString("event"));
    }
}

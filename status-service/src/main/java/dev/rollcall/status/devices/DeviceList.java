package dev.rollcall.status.devices;

import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.state.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Walks a tenant's list page by page, each page one range of the sort's index. The total is counted when the walk
/// begins and travels in the cursor. What is not decided yet stands in few indexes and is looked up by its state.
@Component
final class DeviceList {
    private static final String DECIDED = "standing IN ('failed', 'registered')";
    private static final String UNDECIDED = "standing IS NOT NULL AND state_order = 0";
    private static final String PAGE = """
            SELECT *, sort_key::text AS place
            FROM (({decided}) UNION ALL ({undecided})) d
            ORDER BY sort_key {direction}, device_id {direction}
            LIMIT :limit
            """;
    private static final String PART_OF_PAGE = """
            SELECT {columns}, {sort} AS sort_key
            FROM status.devices
            WHERE tenant_id = :tenant AND {part} {conditions} {behind}
            ORDER BY {sort} {direction}, device_id {direction}
            LIMIT :limit
            """;
    private static final String AFTER = "AND ({sort}, device_id) > (:sortKey, :device)";
    private static final String BEFORE = "AND ({sort}, device_id) < (:sortKey, :device)";
    private static final String TOTAL = "SELECT ({decided}) + ({undecided})";
    private static final String PART_OF_TOTAL =
            "SELECT count(*) FROM status.devices WHERE tenant_id = :tenant AND {part} {conditions}";

    private final JdbcClient jdbc;

    DeviceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Listed(DeviceItem item, String sortKey) {}

    Page<DeviceItem> page(DeviceQuery query, Instant now, Labels labels) {
        var conditions = DeviceConditions.of(query.filter(), now);
        var total =
                query.place() == null ? total(query, conditions) : query.place().total();
        var found = find(query, conditions, new DeviceRow(now, labels));
        return Page.of(found, query.limit(), total, last -> cursor(query, last, total))
                .map(Listed::item);
    }

    private long total(DeviceQuery query, DeviceConditions conditions) {
        return jdbc.sql(whole(TOTAL, PART_OF_TOTAL).replace("{conditions}", conditions.sql()))
                .param("tenant", query.tenant().value())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    private List<Listed> find(DeviceQuery query, DeviceConditions conditions, DeviceRow row) {
        return jdbc.sql(sql(query, conditions))
                .param("tenant", query.tenant().value())
                .params(conditions.parameters())
                .params(place(query.place()))
                .param("limit", query.limit() + 1)
                .query((result, _) -> new Listed(row.item(result), result.getString("place")))
                .list();
    }

    private static String sql(DeviceQuery query, DeviceConditions conditions) {
        var backwards = query.runsBackwards();
        return whole(PAGE, PART_OF_PAGE)
                .replace("{columns}", DeviceRow.COLUMNS)
                .replace("{conditions}", conditions.sql())
                .replace("{behind}", query.place() == null ? "" : backwards ? BEFORE : AFTER)
                .replace("{direction}", backwards ? "DESC" : "ASC")
                .replace("{sort}", query.sort().expression());
    }

    private static String whole(String sql, String part) {
        return sql.replace("{decided}", part.replace("{part}", DECIDED))
                .replace("{undecided}", part.replace("{part}", UNDECIDED));
    }

    private static Map<String, Object> place(DeviceQuery.@Nullable Place place) {
        return place == null ? Map.of() : Map.of("sortKey", place.sortKey(), "device", place.device());
    }

    private static String cursor(DeviceQuery query, Listed last, long total) {
        return new Cursor(last.sortKey(), last.item().deviceId().toString(), total).encode(query.fingerprint());
    }
}

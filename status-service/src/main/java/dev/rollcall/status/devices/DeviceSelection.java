package dev.rollcall.status.devices;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entries of a tenant that a filter lets through, in the order of a sort, as SQL: its list is shown and exported
/// by the same words. What is not decided yet stands in few indexes and is looked up by its state.
record DeviceSelection(DeviceQuery query, DeviceConditions conditions) {
    private static final String DECIDED = "standing IN ('failed', 'registered')";
    private static final String UNDECIDED = "standing IS NOT NULL AND state_order = 0";
    private static final String WHOLE = """
            SELECT *, sort_key::text AS place
            FROM (({decided}) UNION ALL ({undecided})) d
            ORDER BY sort_key {direction}, device_id {direction}
            {limit}
            """;
    private static final String PART = """
            SELECT {columns}, {sort} AS sort_key
            FROM status.devices
            WHERE tenant_id = :tenant AND {part} {conditions} {behind}
            ORDER BY {sort} {direction}, device_id {direction}
            {limit}
            """;
    private static final String AFTER = "AND ({sort}, device_id) > (:sortKey, :device)";
    private static final String BEFORE = "AND ({sort}, device_id) < (:sortKey, :device)";
    private static final String TOTAL = "SELECT ({decided}) + ({undecided})";
    private static final String PART_OF_TOTAL =
            "SELECT count(*) FROM status.devices WHERE tenant_id = :tenant AND {part} {conditions}";

    /// `columns`, the `sort_key` and its text, which is the `place` of a cursor; of the first `:limit` behind the
    /// query's
    /// place.
    String page(String columns) {
        var place = query.place() == null ? "" : query.runsBackwards() ? BEFORE : AFTER;
        return sql(columns, place, "LIMIT :limit");
    }

    /// `columns` of every entry.
    String all(String columns) {
        return sql(columns, "", "");
    }

    String total() {
        return whole(TOTAL, PART_OF_TOTAL).replace("{conditions}", conditions.sql());
    }

    /// Of the selection wherever it begins.
    Map<String, Object> parameters() {
        var parameters = new HashMap<>(conditions.parameters());
        parameters.put("tenant", query.tenant().value());
        return parameters;
    }

    static Map<String, Object> parameters(DeviceQuery.@Nullable Place place) {
        return place == null ? Map.of() : Map.of("sortKey", place.sortKey(), "device", place.device());
    }

    private String sql(String columns, String behind, String limit) {
        return whole(WHOLE, PART)
                .replace("{columns}", columns)
                .replace("{conditions}", conditions.sql())
                .replace("{behind}", behind)
                .replace("{limit}", limit)
                .replace("{direction}", query.runsBackwards() ? "DESC" : "ASC")
                .replace("{sort}", query.sort().expression());
    }

    private static String whole(String sql, String part) {
        return sql.replace("{decided}", part.replace("{part}", DECIDED))
                .replace("{undecided}", part.replace("{part}", UNDECIDED));
    }
}

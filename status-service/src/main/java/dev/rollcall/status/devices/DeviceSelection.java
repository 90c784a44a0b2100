package dev.rollcall.status.devices;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The entries of a tenant that a filter lets through, in the order of a sort, as SQL: a list is shown and exported by
/// the same words. It is made of parts, each of which is read in the order of one index and no further than needed.
///
/// What is not decided yet stands in few indexes. Where it is little, it is sorted when it is asked for; where it is
/// much, it stands behind all others in the order of its devices.
///
/// A text is looked for among its `candidates`, which are sorted, or where there are none, in each entry of the list
/// as it comes.
record DeviceSelection(
        DeviceQuery query, DeviceConditions conditions, List<DevicePart> parts, Optional<List<String>> candidates) {
    private static final String WHOLE = """
            SELECT *
            FROM ({parts}) d
            ORDER BY block {direction}, sort_key {direction}, device_id {direction}
            {limit}
            """;

    /// A `CASE` says nothing of how many have the text: PostgreSQL, which takes any text for rare, would
    /// read and sort the whole list.
    private static final String AS_IT_COMES = "AND CASE WHEN {text} THEN true ELSE false END";

    private static final String FOUND = "AND device_id = ANY (:candidates::uuid[]) AND {text}";

    private static final String COUNT = """
            SELECT count(*) AS entries FROM status.devices WHERE tenant_id = :tenant AND {condition} {conditions} {text}
            """;

    static DeviceSelection of(
            DeviceQuery query, Instant now, boolean muchUndecided, Optional<List<String>> candidates) {
        var parts = StateRange.of(query.filter(), now).stream()
                .flatMap(range -> DevicePart.of(query.sort(), range, muchUndecided ? 1 : 0).stream())
                .toList();
        return new DeviceSelection(query, DeviceConditions.of(query.filter()), parts, candidates);
    }

    /// `columns`, and what a cursor is made of, `block` and `sort_key`; of the first `:limit` behind the
    /// query's place. Empty where there can be none.
    Optional<String> page(String columns) {
        return sql(columns, query.place(), "LIMIT :limit");
    }

    /// `columns` of every entry. Empty where there can be none.
    Optional<String> all(String columns) {
        return sql(columns, null, "");
    }

    /// Counts the entries that have the text among its candidates. Empty where there can be none.
    Optional<String> count() {
        return joined(numbered()
                        .mapToObj(number -> COUNT.replace(
                                        "{condition}", parts.get(number).condition(number))
                                .replace("{conditions}", conditions.sql())
                                .replace("{text}", text())))
                .map(selects -> "SELECT sum(entries) FROM (" + selects + ") c");
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<>(conditions.parameters());
        candidates.ifPresent(devices -> parameters.put("candidates", devices.toArray(String[]::new)));
        parameters.put("tenant", query.tenant().value());
        numbered().forEach(number -> parameters.putAll(parts.get(number).parameters(number)));
        if (query.place() != null) {
            parameters.put("sortKey", query.place().sortKey());
            parameters.put("device", query.place().device());
        }
        return parameters;
    }

    private Optional<String> sql(String columns, DeviceQuery.@Nullable Place place, String limit) {
        var selects = numbered()
                .boxed()
                .flatMap(number -> part(number, place).stream())
                .toList();
        var whole = selects.size() == 1
                ? Optional.of(selects.getFirst())
                : joined(selects.stream()).map(all -> WHOLE.replace("{parts}", all));
        return whole.map(sql -> sql.replace("{columns}", columns)
                .replace("{limit}", limit)
                .replace("{direction}", query.runsBackwards() ? "DESC" : "ASC"));
    }

    private Optional<String> part(int number, DeviceQuery.@Nullable Place place) {
        return parts.get(number)
                .sql(number, place, query.sort().kind(), query.runsBackwards())
                .map(part -> part.replace("{conditions}", conditions.sql()).replace("{text}", text()));
    }

    private String text() {
        return conditions.text().isEmpty()
                ? ""
                : (candidates.isPresent() ? FOUND : AS_IT_COMES).replace("{text}", conditions.text());
    }

    private IntStream numbered() {
        return IntStream.range(0, parts.size());
    }

    private static Optional<String> joined(Stream<String> selects) {
        var sql = selects.map(select -> "(" + select + ")").collect(Collectors.joining(" UNION ALL "));
        return sql.isEmpty() ? Optional.empty() : Optional.of(sql);
    }
}

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
/// A text that is common is met soon by whoever goes through the list; one that is not is looked up among the texts of
/// the tenant, and what is found is sorted.
record DeviceSelection(DeviceQuery query, DeviceConditions conditions, List<DevicePart> parts, boolean textIsCommon) {
    private static final String WHOLE = """
            SELECT *
            FROM ({parts}) d
            ORDER BY block {direction}, sort_key {direction}, device_id {direction}
            {limit}
            """;

    /// What a text is looked for in as it comes: `OFFSET 0` keeps the planner from looking for the text first.
    private static final String WALKED = """
            SELECT {columns}, block, sort_key FROM ({part}) w WHERE {text} ORDER BY {order} {limit}
            """;
    private static final String AS_IT_COMES = "OFFSET 0";

    private static final String FOUND = "AND device_id = ANY ((SELECT devices FROM found)::uuid[]) AND {text}";
    private static final String SAMPLE = """
            SELECT count(*) AS entries, count(*) FILTER (WHERE {text}) AS matches
            FROM (SELECT * FROM ({parts}) p LIMIT :limit) s
            """;

    private static final String COUNT = """
            SELECT count(*) AS entries FROM status.devices WHERE tenant_id = :tenant AND {condition} {conditions} {text}
            """;

    static DeviceSelection of(DeviceQuery query, Instant now, DeviceWalk walk) {
        var parts = StateRange.of(query.filter(), now).stream()
                .flatMap(range -> DevicePart.of(query.sort(), range, walk.muchUndecided() ? 1 : 0).stream())
                .toList();
        return new DeviceSelection(query, DeviceConditions.of(query.filter()), parts, walk.textIsCommon());
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

    /// How many of the first `:limit` `entries` are `matches` of the text. Empty where there can be none.
    Optional<String> sample() {
        return joined(numbered()
                        .mapToObj(number -> part(number, null))
                        .flatMap(Optional::stream)
                        .map(part -> part.replace("{text}", "").replace("{limit}", "LIMIT :limit")))
                .map(selects -> SAMPLE.replace("{parts}", selects.replace("{columns}", "*"))
                        .replace("{text}", conditions.text()));
    }

    /// Counts the entries, all of them. Empty where there can be none.
    Optional<String> count() {
        return joined(numbered()
                        .mapToObj(number -> COUNT.replace(
                                        "{condition}", parts.get(number).condition(number))
                                .replace("{conditions}", conditions.sql())
                                .replace("{text}", found())))
                .map(selects -> conditions.search() + "SELECT sum(entries) FROM (" + selects + ") c");
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<>(conditions.parameters());
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
                .flatMap(number ->
                        part(number, place)
                                .map(part -> searched(part, parts.get(number).order(query.runsBackwards())))
                                .stream())
                .toList();
        var whole = selects.size() == 1
                ? Optional.of(selects.getFirst())
                : joined(selects.stream()).map(all -> WHOLE.replace("{parts}", all));
        var search = textIsCommon ? "" : conditions.search();
        return whole.map(sql -> search
                + sql.replace("{columns}", columns)
                        .replace("{limit}", limit)
                        .replace("{direction}", query.runsBackwards() ? "DESC" : "ASC"));
    }

    /// `order` is that of the part.
    private String searched(String part, String order) {
        if (conditions.text().isEmpty()) {
            return part.replace("{text}", "");
        }
        if (textIsCommon) {
            var entries = part.replace("{columns}", "*").replace("{text}", "").replace("{limit}", AS_IT_COMES);
            return WALKED.replace("{part}", entries)
                    .replace("{text}", conditions.text())
                    .replace("{order}", order);
        }
        return part.replace("{text}", found());
    }

    private String found() {
        return FOUND.replace("{text}", conditions.text());
    }

    private Optional<String> part(int number, DeviceQuery.@Nullable Place place) {
        return parts.get(number)
                .sql(number, place, query.sort().kind(), query.runsBackwards())
                .map(part -> part.replace("{conditions}", conditions.sql()));
    }

    private IntStream numbered() {
        return IntStream.range(0, parts.size());
    }

    private static Optional<String> joined(Stream<String> selects) {
        var sql = selects.map(select -> "(" + select + ")").collect(Collectors.joining(" UNION ALL "));
        return sql.isEmpty() ? Optional.empty() : Optional.of(sql);
    }
}

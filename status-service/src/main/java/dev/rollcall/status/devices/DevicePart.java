package dev.rollcall.status.devices;

import dev.rollcall.status.devices.DeviceSort.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Some entries of a list that stand in the order of one index, as SQL: those of a `range` of states, in the order of
/// `sort`, or of their devices alone where `sort` is null and all have the least key. Parts of a later `block` come
/// behind all of an earlier one.
record DevicePart(
        int block,
        StateRange range,
        String standing,
        @Nullable String sort) {
    private static final String SELECT = """
            SELECT {columns}, {block} AS block, {key} AS sort_key
            FROM status.devices
            WHERE tenant_id = :tenant AND {condition} {conditions} {text} {behind}
            ORDER BY {order}
            {limit}
            """;
    private static final String LISTED = "standing IS NOT NULL";
    private static final String DECIDED = "standing IN ('failed', 'registered')";
    private static final String FAILED = "standing = 'failed'";

    static List<DevicePart> of(DeviceSort sort, StateRange range, int blockOfUndecided) {
        return switch (sort) {
            case SERIAL_NUMBER, STATE, STATE_LABEL, LAST_SEEN_AT, DEVICE_ID ->
                List.of(new DevicePart(0, range, LISTED, sort.expression()));
            case ERROR ->
                split(
                        range,
                        StateRange.FAILED,
                        new DevicePart(0, StateRange.FAILED, FAILED, sort.expression()),
                        new DevicePart(0, range, LISTED, null));
            case REGISTERED_AT, AGE_DAYS -> byRegistration(sort, range);
            case MANUFACTURER, MODEL, GROUP_TAG, ASSIGNED_USER, REQUEST_ID, BATCH_ID ->
                split(
                        range,
                        StateRange.REQUESTED,
                        blockOfUndecided == 0
                                ? new DevicePart(0, StateRange.REQUESTED, LISTED, sort.expression())
                                : new DevicePart(blockOfUndecided, StateRange.REQUESTED, LISTED, null),
                        new DevicePart(0, range, DECIDED, sort.expression()));
        };
    }

    /// What is not registered has the least key.
    private static List<DevicePart> byRegistration(DeviceSort sort, StateRange range) {
        return split(
                        range,
                        StateRange.REQUESTED,
                        new DevicePart(0, StateRange.REQUESTED, LISTED, null),
                        new DevicePart(0, range, DECIDED, sort.expression()))
                .stream()
                .flatMap(part -> part.sort == null
                        ? Stream.of(part)
                        : split(part.range, StateRange.FAILED, new DevicePart(0, StateRange.FAILED, LISTED, null), part)
                                .stream())
                .toList();
    }

    private static List<DevicePart> split(StateRange range, StateRange one, DevicePart ofIt, DevicePart ofOthers) {
        var others = range.without(one).stream()
                .map(rest -> new DevicePart(ofOthers.block, rest, ofOthers.standing, ofOthers.sort));
        return Stream.concat(others, range.includes(one) ? Stream.of(ofIt) : Stream.empty())
                .toList();
    }

    /// What is behind a place of it, but for its columns, conditions, text and limit; empty where it is all before the
    /// place.
    Optional<String> sql(int number, DeviceQuery.@Nullable Place place, Kind kind, boolean descending) {
        var direction = descending ? " DESC" : " ASC";
        var order = (sort == null ? "" : sort + direction + ", ") + "device_id" + direction;
        return behind(place, kind, descending)
                .map(behind -> SELECT.replace("{block}", Integer.toString(block))
                        .replace("{key}", sort == null ? kind.least() : sort)
                        .replace("{condition}", condition(number))
                        .replace("{behind}", behind)
                        .replace("{order}", order));
    }

    /// `number` tells its parameters from those of other parts.
    String condition(int number) {
        if (range.from() == range.to()) {
            return standing + " AND state_order = " + range.from();
        }
        return holdsAll() ? standing : standing + " AND state_order BETWEEN :from" + number + " AND :to" + number;
    }

    Map<String, Object> parameters(int number) {
        return Map.of("from" + number, range.from(), "to" + number, range.to());
    }

    private boolean holdsAll() {
        return range.to() == Long.MAX_VALUE && range.from() <= (standing.equals(DECIDED) ? 1 : 0);
    }

    private Optional<String> behind(DeviceQuery.@Nullable Place place, Kind kind, boolean descending) {
        if (place == null || place.block() != block) {
            return place == null || (block > place.block()) != descending ? Optional.of("") : Optional.empty();
        }
        var comparison = descending ? " < " : " > ";
        if (sort != null) {
            return Optional.of("AND (" + sort + ", device_id)" + comparison + "(:sortKey, :device)");
        }
        if (kind.isLeast(place.sortKey())) {
            return Optional.of("AND device_id" + comparison + ":device");
        }
        return descending ? Optional.of("") : Optional.empty();
    }
}

package dev.rollcall.status.devices;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.projection.StorableText;
import dev.rollcall.status.state.DeviceState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A filter as SQL. A state is a range of `state_order`, so that a filter by states reads one index; the boundary
/// between active and inactive is the only place where the clock comes in.
record DeviceConditions(String sql, Map<String, Object> parameters) {
    /// What `state_order` counts down from.
    private static final long STATE_ORDER_ORIGIN = 1L << 62;

    /// The folded form finds the few in the index, the plain one takes the right ones of them.
    private static final String GROUP_TAG = "AND %s = %s AND group_tag = :groupTag"
            .formatted(DeviceSort.foldedText("group_tag"), DeviceSort.foldedText(":groupTag"));

    private static final String TEXT = """
            AND lower((coalesce(assigned_user, '') || ' ' || coalesce(serial_number, '') || ' ' || coalesce(model, ''))
                COLLATE "pg_c_utf8") LIKE lower(:text COLLATE "pg_c_utf8")
            """;

    static DeviceConditions of(DeviceFilter filter, Instant now) {
        var sql = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (!filter.states().isEmpty()) {
            sql.add(filter.states().stream()
                    .map(DeviceConditions::state)
                    .collect(Collectors.joining(" OR ", "AND (", ")")));
            parameters.put("lastActive", lastActive(now));
        }
        if (!filter.errors().isEmpty()) {
            sql.add("AND standing = 'failed' AND (asked).error IN (:errors)");
            parameters.put(
                    "errors",
                    filter.errors().stream().map(RegistrationError::wireName).toList());
        }
        if (filter.groupTag() != null) {
            sql.add(GROUP_TAG);
            parameters.put("groupTag", StorableText.of(filter.groupTag()));
        }
        if (filter.text() != null) {
            sql.add(TEXT);
            parameters.put("text", pattern(filter.text()));
        }
        return new DeviceConditions(String.join("\n", sql), Map.copyOf(parameters));
    }

    /// The `state_order` of a device that was seen as long ago as an active one can be.
    static long lastActive(Instant now) {
        var oldest = now.minus(DeviceState.ACTIVITY);
        return STATE_ORDER_ORIGIN - ChronoUnit.MICROS.between(Instant.EPOCH, oldest);
    }

    private static String state(DeviceState state) {
        return switch (state) {
            case AUTOPILOT_REGISTRATION_REQUESTED -> "state_order = 0";
            case REGISTRATION_FAILED -> "state_order = 1";
            case READY_FOR_USER -> "state_order = 2";
            case ACTIVE -> "state_order BETWEEN 3 AND :lastActive";
            case INACTIVE -> "state_order > :lastActive";
        };
    }

    private static String pattern(String text) {
        var literal =
                StorableText.of(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }
}

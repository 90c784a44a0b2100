package dev.rollcall.status.devices;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What the list can be sorted by: an expression that is never null, and the device where it is equal. The plain ones
/// have an index of their own.
enum DeviceSort {
    SERIAL_NUMBER("serialNumber", "serial_key", Kind.TEXT),
    MANUFACTURER("manufacturer", foldedText("manufacturer"), Kind.TEXT),
    MODEL("model", foldedText("model"), Kind.TEXT),
    GROUP_TAG("groupTag", foldedText("group_tag"), Kind.TEXT),
    ASSIGNED_USER("assignedUser", foldedText("assigned_user"), Kind.TEXT),
    STATE("state", "state_order", Kind.NUMBER),
    STATE_LABEL("stateLabel", "state_order", Kind.NUMBER),
    ERROR("error", "(CASE WHEN standing = 'failed' THEN (asked).error ELSE '' END) COLLATE \"C\"", Kind.TEXT),
    REQUEST_ID("requestId", "request_id", Kind.ID),
    BATCH_ID("batchId", "batch_id", Kind.ID),
    DEVICE_ID("deviceId", "device_id", Kind.ID),
    REGISTERED_AT("registeredAt", "registered_order", Kind.NUMBER),
    /// The later seen, the earlier in the order of the states; never is behind all.
    LAST_SEEN_AT("lastSeenAt", "state_order", Kind.NUMBER),
    /// The older, the earlier registered.
    AGE_DAYS("ageDays", "registered_order", Kind.NUMBER);

    private static final Map<Kind, Function<String, Object>> FORMS =
            Map.of(Kind.TEXT, text -> text, Kind.NUMBER, Long::valueOf, Kind.ID, UUID::fromString);

    private enum Kind {
        TEXT,
        NUMBER,
        ID
    }

    private final String apiName;
    private final String expression;
    private final Kind kind;

    DeviceSort(String apiName, String expression, Kind kind) {
        this.apiName = apiName;
        this.expression = expression;
        this.kind = kind;
    }

    static Optional<DeviceSort> named(String apiName) {
        return Arrays.stream(values())
                .filter(sort -> sort.apiName.equals(apiName))
                .findFirst();
    }

    String expression() {
        return expression;
    }

    /// Whether the expression runs against what the name promises.
    boolean isReversed() {
        return this == AGE_DAYS || this == LAST_SEEN_AT;
    }

    /// A cursor's sort key as SQL compares it; empty where it is none of this sort.
    Optional<Object> key(String text) {
        try {
            return text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.ofNullable(FORMS.get(kind)).map(form -> form.apply(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The first characters of a text in lower case, as the indexes have them.
    static String foldedText(String text) {
        return "(lower(left(coalesce(" + text + ", ''), 100) COLLATE \"pg_c_utf8\") COLLATE \"C\")";
    }
}

package dev.rollcall.status.devices;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What the list can be sorted by: an expression that is never null, and the device where it is equal; an index has it
/// so.
enum DeviceSort {
    SERIAL_NUMBER("serialNumber", "serial_key", Kind.TEXT),
    MANUFACTURER("manufacturer", foldedText("manufacturer"), Kind.TEXT),
    MODEL("model", foldedText("model"), Kind.TEXT),
    GROUP_TAG("groupTag", foldedText("group_tag"), Kind.TEXT),
    ASSIGNED_USER("assignedUser", foldedText("assigned_user"), Kind.TEXT),
    STATE("state", "state_order", Kind.NUMBER),
    STATE_LABEL("stateLabel", "state_order", Kind.NUMBER),
    /// Of the failed ones; it is empty for others.
    ERROR("error", "((asked).error)", Kind.TEXT),
    REQUEST_ID("requestId", "request_id", Kind.ID),
    BATCH_ID("batchId", "batch_id", Kind.ID),
    DEVICE_ID("deviceId", "device_id", Kind.ID),
    REGISTERED_AT("registeredAt", "registered_order", Kind.NUMBER),
    /// The later seen, the earlier in the order of the states; never is behind all.
    LAST_SEEN_AT("lastSeenAt", "state_order", Kind.NUMBER),
    /// The older, the earlier registered.
    AGE_DAYS("ageDays", "registered_order", Kind.NUMBER);

    enum Kind {
        TEXT("text", "''"),
        NUMBER("bigint", "-1"),
        ID("uuid", "'00000000-0000-0000-0000-000000000000'");

        private final String type;
        private final String least;

        Kind(String type, String least) {
            this.type = type;
            this.least = least;
        }

        /// SQL for a value that is no greater than any other.
        String least() {
            return least + "::" + type;
        }

        boolean isLeast(Object key) {
            return key(least.replace("'", "")).equals(key);
        }

        private Object key(String text) {
            return switch (this) {
                case TEXT -> text;
                case NUMBER -> Long.valueOf(text);
                case ID -> UUID.fromString(text);
            };
        }
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

    Kind kind() {
        return kind;
    }

    /// Whether the expression runs against what the name promises.
    boolean isReversed() {
        return this == AGE_DAYS || this == LAST_SEEN_AT;
    }

    /// A cursor's sort key as SQL compares it; empty where it is none of this sort.
    Optional<Object> key(String text) {
        try {
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(kind.key(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The first characters of a text in lower case, as the indexes have them.
    static String foldedText(String text) {
        return "(lower(left(coalesce(" + text + ", ''), 100) COLLATE \"pg_c_utf8\") COLLATE \"C\")";
    }
}

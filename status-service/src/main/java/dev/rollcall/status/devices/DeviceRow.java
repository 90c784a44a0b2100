package dev.rollcall.status.devices;

import dev.rollcall.identity.RequestId;
import dev.rollcall.status.state.DeviceState;
import dev.rollcall.status.state.Failure;
import dev.rollcall.status.state.Labels;
import dev.rollcall.status.state.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads [#COLUMNS] of a listed device as of an instant, in the words of one language.
record DeviceRow(Instant now, Labels labels) {
    static final String COLUMNS = """
            device_id, serial_number, manufacturer, model, group_tag, assigned_user, standing, (asked).error AS error,
            (asked).reason AS reason, request_id, batch_id, registered_at, last_seen_at
            """;

    DeviceItem item(ResultSet row) throws SQLException {
        var registeredAt = instant(row, "registered_at");
        var lastSeenAt = instant(row, "last_seen_at");
        var state = DeviceState.at(now, Standing.stored(row.getString("standing")), lastSeenAt);
        return new DeviceItem(
                row.getObject("device_id", UUID.class),
                row.getString("serial_number"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("group_tag"),
                row.getString("assigned_user"),
                state,
                labels.label(state),
                state == DeviceState.REGISTRATION_FAILED ? failure(row) : null,
                row.getObject("request_id", UUID.class),
                row.getObject("batch_id", UUID.class),
                registeredAt,
                lastSeenAt,
                registeredAt == null ? null : age(registeredAt));
    }

    private Failure failure(ResultSet row) throws SQLException {
        var request = new RequestId(row.getObject("request_id", UUID.class));
        var error = Failure.named(row.getString("error")).orElseThrow();
        return Failure.of(error, row.getString("reason"), request, labels);
    }

    private long age(Instant registeredAt) {
        return Math.max(0, Duration.between(registeredAt, now).toDays());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

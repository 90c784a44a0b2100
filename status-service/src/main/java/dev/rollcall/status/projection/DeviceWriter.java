package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceDetails;
import dev.rollcall.status.projection.DeviceChange.Asked;
import dev.rollcall.status.projection.DeviceChange.Order;
import dev.rollcall.status.projection.DeviceChange.Registration;
import dev.rollcall.status.projection.DeviceChange.Rejection;
import dev.rollcall.status.projection.DeviceChange.Sighting;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Merges the changes of a poll into the devices with one statement, which locks its rows in the order of their keys:
/// two polls never wait for each other in a circle. An unchanged row is not written.
@Component
final class DeviceWriter {
    private static final String MERGE = ListCounts.counting("""
            INSERT INTO status.devices AS d (tenant_id, device_id, serial_key, asked, succeeded, registration,
                released_generation, dismissed_before, sighting)
            SELECT n.tenant_id, n.device_id, n.serial_key,
                CASE WHEN n.asked_at IS NOT NULL THEN
                    ROW(n.asked_at, n.asked_row, n.asked_request, n.rejected, n.asked_batch, n.identified, n.error,
                        n.reason, ROW(n.serial_number, n.manufacturer, n.model, n.product_id, n.group_tag,
                            n.assigned_user)::status.details)::status.asked END,
                CASE WHEN n.succeeded_at IS NOT NULL THEN
                    ROW(n.succeeded_at, n.succeeded_row, n.succeeded_request)::status.succeeded END,
                CASE WHEN n.generation IS NOT NULL THEN
                    ROW(n.generation, n.registered_at, n.registered_request, n.registered_batch,
                        ROW(n.r_serial_number, n.r_manufacturer, n.r_model, n.r_product_id, n.r_group_tag,
                            n.r_assigned_user)::status.details)::status.registration END,
                n.released_generation, n.dismissed_before,
                CASE WHEN n.seen_at IS NOT NULL THEN
                    ROW(n.seen_at, n.reported_at, n.seen_by)::status.sighting END
            FROM unnest(?::text[], ?::uuid[], ?::text[],
                    ?::timestamptz[], ?::bigint[], ?::uuid[], ?::boolean[], ?::uuid[], ?::boolean[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::bigint[], ?::uuid[],
                    ?::bigint[], ?::timestamptz[], ?::uuid[], ?::uuid[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[], ?::timestamptz[],
                    ?::timestamptz[], ?::timestamptz[], ?::text[])
                AS n (tenant_id, device_id, serial_key,
                    asked_at, asked_row, asked_request, rejected, asked_batch, identified, error, reason,
                    serial_number, manufacturer, model, product_id, group_tag, assigned_user,
                    succeeded_at, succeeded_row, succeeded_request,
                    generation, registered_at, registered_request, registered_batch,
                    r_serial_number, r_manufacturer, r_model, r_product_id, r_group_tag, r_assigned_user,
                    released_generation, dismissed_before,
                    seen_at, reported_at, seen_by)
            ON CONFLICT (tenant_id, device_id) DO UPDATE SET
                serial_key = GREATEST(d.serial_key, excluded.serial_key),
                asked = GREATEST(d.asked, excluded.asked),
                succeeded = GREATEST(d.succeeded, excluded.succeeded),
                registration = GREATEST(d.registration, excluded.registration),
                released_generation = GREATEST(d.released_generation, excluded.released_generation),
                dismissed_before = GREATEST(d.dismissed_before, excluded.dismissed_before),
                sighting = GREATEST(d.sighting, excluded.sighting)
            WHERE (d.serial_key, d.asked, d.succeeded, d.registration, d.released_generation, d.dismissed_before,
                    d.sighting)
                IS DISTINCT FROM
                (GREATEST(d.serial_key, excluded.serial_key), GREATEST(d.asked, excluded.asked),
                    GREATEST(d.succeeded, excluded.succeeded), GREATEST(d.registration, excluded.registration),
                    GREATEST(d.released_generation, excluded.released_generation),
                    GREATEST(d.dismissed_before, excluded.dismissed_before), GREATEST(d.sighting, excluded.sighting))
            """);

    private static final Comparator<DeviceKey> BY_KEY = Comparator.comparing(
                    (DeviceKey key) -> key.tenantId().value())
            .thenComparing(key -> key.deviceId().value());

    private final JdbcTemplate jdbc;

    DeviceWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// How many entries are another than before.
    int write(Collection<DeviceChange> changes) {
        if (changes.isEmpty()) {
            return 0;
        }
        var columns = Columns.of(inOrder(changes))
                .id(change -> change.key().tenantId())
                .id(change -> change.key().deviceId())
                .text(DeviceChange::serialKey);
        asked(columns);
        succeeded(columns);
        registration(columns);
        columns.number(DeviceChange::releasedGeneration).time(DeviceChange::dismissedBefore);
        sighting(columns);
        var changed = jdbc.queryForObject(MERGE, Integer.class, columns.arrays());
        return changed == null ? 0 : changed;
    }

    /// An insert takes the rows of arrays as they come; sorted here they are not copied once more there.
    private static List<DeviceChange> inOrder(Collection<DeviceChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(DeviceChange::key, BY_KEY))
                .toList();
    }

    private static void asked(Columns<DeviceChange> columns) {
        columns.time(of(DeviceChange::asked, asked -> asked.order().at()))
                .number(of(DeviceChange::asked, asked -> asked.order().row()))
                .id(of(DeviceChange::asked, asked -> asked.order().request()))
                .flag(of(DeviceChange::asked, Asked::rejected))
                .id(of(DeviceChange::asked, Asked::batch))
                .flag(of(DeviceWriter::rejection, Rejection::identified))
                .text(of(DeviceWriter::rejection, Rejection::error))
                .text(of(DeviceWriter::rejection, Rejection::reason));
        details(columns, of(DeviceChange::asked, Asked::details));
    }

    private static void succeeded(Columns<DeviceChange> columns) {
        columns.time(of(DeviceChange::succeeded, Order::at))
                .number(of(DeviceChange::succeeded, Order::row))
                .id(of(DeviceChange::succeeded, Order::request));
    }

    private static void registration(Columns<DeviceChange> columns) {
        columns.number(of(DeviceChange::registration, Registration::generation))
                .time(of(DeviceChange::registration, Registration::at))
                .id(of(DeviceChange::registration, Registration::request))
                .id(of(DeviceChange::registration, Registration::batch));
        details(columns, of(DeviceChange::registration, Registration::details));
    }

    private static void sighting(Columns<DeviceChange> columns) {
        columns.time(of(DeviceChange::sighting, Sighting::at))
                .time(of(DeviceChange::sighting, Sighting::reportedAt))
                .text(of(DeviceChange::sighting, Sighting::user));
    }

    private static void details(
            Columns<DeviceChange> columns, Function<DeviceChange, @Nullable DeviceDetails> details) {
        columns.text(of(details, DeviceDetails::serialNumber))
                .text(of(details, DeviceDetails::manufacturer))
                .text(of(details, DeviceDetails::model))
                .text(of(details, DeviceDetails::productId))
                .text(of(details, DeviceDetails::groupTag))
                .text(of(details, DeviceDetails::assignedUser));
    }

    private static @Nullable Rejection rejection(DeviceChange change) {
        return change.asked() == null ? null : change.asked().rejection();
    }

    private static <C, V> Function<DeviceChange, @Nullable V> of(
            Function<DeviceChange, @Nullable C> component, Function<C, @Nullable V> value) {
        return change -> {
            var there = component.apply(change);
            return there == null ? null : value.apply(there);
        };
    }
}

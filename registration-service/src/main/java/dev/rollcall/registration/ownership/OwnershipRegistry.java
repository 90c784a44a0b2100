package dev.rollcall.registration.ownership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.registration.policy.Ownership.Won;
import dev.rollcall.registration.policy.OwnershipHistory;
import dev.rollcall.registration.policy.Tenure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The one place that says who holds a device. Each call is one statement that commits by itself,
/// before the Kafka transaction around it, and is harmless when it is made again: a request finds
/// its own tenure instead of a new one.
@Repository
public class OwnershipRegistry {

    /// Begins a device's next tenure where it has none, or where the last one was given up before
    /// the request was accepted. The first request of the call wins; of two workers the one whose
    /// row gets in. All take the devices in one order, so that none waits for another in a circle.
    private static final String CLAIM = """
            INSERT INTO registration.ownership
                   (device_id, generation, tenant, request_id, accepted_at, registered_at)
            SELECT DISTINCT ON (asked.device_id)
                   asked.device_id, coalesce(latest.generation, 0) + 1, asked.tenant, asked.request_id,
                   asked.accepted_at, ?
              FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[]) WITH ORDINALITY
                   AS asked (device_id, tenant, request_id, accepted_at, place)
              LEFT JOIN LATERAL (
                   SELECT generation, release_requested_at
                     FROM registration.ownership
                    WHERE device_id = asked.device_id
                    ORDER BY generation DESC
                    LIMIT 1) latest ON true
             WHERE latest.generation IS NULL
                OR latest.release_requested_at <= asked.accepted_at
                   AND NOT EXISTS (
                       SELECT FROM registration.ownership own
                        WHERE own.device_id = asked.device_id AND own.request_id = asked.request_id)
             ORDER BY asked.device_id, asked.place
            ON CONFLICT (device_id, generation) DO NOTHING
            RETURNING request_id, generation, registered_at
            """;

    /// Ends the tenures that the asking tenants hold, but none that was accepted after its release
    /// was asked for.
    private static final String RELEASE = """
            UPDATE registration.ownership held
               SET release_request_id = ending.request_id, release_requested_at = ending.requested_at, released_at = ?
              FROM (SELECT DISTINCT ON (own.device_id)
                           own.device_id, own.generation, asked.request_id, asked.requested_at
                      FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[]) WITH ORDINALITY
                           AS asked (device_id, tenant, request_id, requested_at, place)
                      JOIN registration.ownership own ON own.device_id = asked.device_id
                           AND own.tenant = asked.tenant
                           AND own.released_at IS NULL
                           AND own.accepted_at <= asked.requested_at
                     WHERE NOT EXISTS (
                           SELECT FROM registration.ownership before
                            WHERE before.device_id = asked.device_id
                              AND before.release_request_id = asked.request_id)
                     ORDER BY own.device_id, asked.place) ending
             WHERE held.device_id = ending.device_id AND held.generation = ending.generation
               AND held.released_at IS NULL
            """;

    private static final String HISTORIES = """
            SELECT device_id, generation, tenant, request_id, registered_at,
                   release_request_id, release_requested_at, released_at
              FROM registration.ownership
             WHERE device_id = ANY (?::uuid[])
             ORDER BY device_id, generation
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    OwnershipRegistry(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Claims the devices for the first request each that may have them; the result holds the
    /// requests that won.
    public Map<RequestId, Won> claim(List<RegistrationRequested> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        return execute(CLAIM, requests)
                .query((row, _) -> Map.entry(
                        new RequestId(row.getObject("request_id", UUID.class)),
                        new Won(row.getLong("generation"), instant(row, "registered_at"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Gives up the devices that the requests' tenants hold. What it did is told by [#histories].
    public void release(List<ReleaseRequested> requests) {
        execute(RELEASE, requests).update();
    }

    /// The tenures of these devices; a device that nobody ever held is absent.
    public Map<DeviceId, OwnershipHistory> histories(Collection<DeviceId> devices) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        var tenures = jdbc
                .sql(HISTORIES)
                .param(texts(devices, DeviceId::toString))
                .query((row, _) -> Map.entry(new DeviceId(row.getObject("device_id", UUID.class)), tenure(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return tenures.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> new OwnershipHistory(entry.getValue())));
    }

    private JdbcClient.StatementSpec execute(String sql, List<? extends DeviceRequest> requests) {
        return jdbc.sql(sql)
                .param(clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param(texts(requests, request -> request.deviceId().toString()))
                .param(texts(requests, request -> request.tenantId().value()))
                .param(texts(requests, request -> request.requestId().toString()))
                .param(texts(requests, request -> request.occurredAt().toString()));
    }

    private static Tenure tenure(ResultSet row) throws SQLException {
        return new Tenure(
                row.getLong("generation"),
                new TenantId(row.getString("tenant")),
                new RequestId(row.getObject("request_id", UUID.class)),
                instant(row, "registered_at"),
                release(row));
    }

    private static Tenure.@Nullable Release release(ResultSet row) throws SQLException {
        var request = row.getObject("release_request_id", UUID.class);
        return request == null
                ? null
                : new Tenure.Release(
                        new RequestId(request), instant(row, "release_requested_at"), instant(row, "released_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}

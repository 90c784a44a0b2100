package dev.rollcall.registration.ownership;

import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes tenures as they were told, whatever the table holds. To tell one again changes nothing.
@Repository
public class OwnershipRestoration {
    private static final String BEGIN = """
            INSERT INTO registration.ownership AS known
                   (device_id, generation, tenant, request_id, accepted_at, registered_at)
            SELECT DISTINCT ON (told.device_id, told.generation) *
              FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                   AS told (device_id, generation)
             ORDER BY told.device_id, told.generation
            ON CONFLICT (device_id, generation) DO UPDATE
               SET tenant = excluded.tenant, request_id = excluded.request_id,
                   accepted_at = excluded.accepted_at, registered_at = excluded.registered_at
            """;

    private static final String END = """
            UPDATE registration.ownership held
               SET release_request_id = told.request_id, release_requested_at = told.requested_at,
                   released_at = told.released_at
              FROM unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                   AS told (device_id, generation, request_id, requested_at, released_at)
             WHERE held.device_id = told.device_id AND held.generation = told.generation
            """;

    private final JdbcClient jdbc;

    OwnershipRestoration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void begin(List<DeviceRegistered> told) {
        jdbc.sql(BEGIN)
                .param(texts(told, DeviceRegistered::deviceId))
                .param(texts(told, DeviceRegistered::generation))
                .param(texts(told, event -> event.tenantId().value()))
                .param(texts(told, DeviceRegistered::requestId))
                .param(texts(told, event -> event.submission().acceptedAt()))
                .param(texts(told, DeviceRegistered::registeredAt))
                .update();
    }

    public void end(List<DeviceReleased> told) {
        jdbc.sql(END)
                .param(texts(told, DeviceReleased::deviceId))
                .param(texts(told, DeviceReleased::generation))
                .param(texts(told, DeviceReleased::requestId))
                .param(texts(told, DeviceReleased::requestedAt))
                .param(texts(told, DeviceReleased::releasedAt))
                .update();
    }

    private static <E> String[] texts(List<E> events, Function<E, Object> component) {
        return events.stream().map(component).map(Object::toString).toArray(String[]::new);
    }
}

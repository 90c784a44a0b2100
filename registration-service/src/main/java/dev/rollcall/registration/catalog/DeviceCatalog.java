package dev.rollcall.registration.catalog;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.registration.policy.CatalogMatch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the suppliers said last of each device. The order of two words is that of their own times,
/// so that a repeated or late one changes nothing.
@Repository
public class DeviceCatalog {

    private static final String APPLY = """
            INSERT INTO registration.device_catalog AS known (device_id, supplier, listed, changed_at)
            SELECT DISTINCT ON (told.device_id) told.device_id, told.supplier, told.listed, told.changed_at
              FROM unnest(?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[]) WITH ORDINALITY
                   AS told (device_id, supplier, listed, changed_at, place)
             ORDER BY told.device_id, told.changed_at DESC, told.place DESC
            ON CONFLICT (device_id) DO UPDATE
               SET supplier = excluded.supplier, listed = excluded.listed, changed_at = excluded.changed_at
             WHERE known.changed_at <= excluded.changed_at
            """;

    private static final String MATCHES = """
            SELECT device_id, listed FROM registration.device_catalog WHERE device_id = ANY (?::uuid[])
            """;

    private final JdbcClient jdbc;

    DeviceCatalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(List<CatalogChange> changes) {
        jdbc.sql(APPLY)
                .param(texts(changes, change -> change.deviceId().toString()))
                .param(texts(changes, change -> change.supplierId().value()))
                .param(texts(changes, change -> Boolean.toString(lists(change))))
                .param(texts(changes, change -> change.occurredAt().toString()))
                .update();
    }

    /// What is known of these devices; a device that no supplier ever listed is absent.
    Map<DeviceId, CatalogMatch> matches(Collection<DeviceId> devices) {
        return jdbc
                .sql(MATCHES)
                .param(texts(devices, DeviceId::toString))
                .query((row, _) -> Map.entry(
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        row.getBoolean("listed") ? CatalogMatch.LISTED : CatalogMatch.DELISTED))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean lists(CatalogChange change) {
        return switch (change) {
            case CatalogChange.DeviceListed _ -> true;
            case CatalogChange.DeviceDelisted _ -> false;
        };
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}

package dev.rollcall.registration.catalog;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.registration.policy.CatalogEntry;
import dev.rollcall.registration.policy.CatalogMatch;
import dev.rollcall.registration.policy.Listing;
import dev.rollcall.registration.policy.Listing.ListedBy;
import dev.rollcall.registration.policy.Listing.Unknown;
import dev.rollcall.registration.policy.Listing.WithdrawnBy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the suppliers' words have come to, one entry for each device that was ever listed.
@Repository
class DeviceCatalog {

    private static final String MATCHES = """
            SELECT device_id, supplier, listed FROM registration.device_catalog WHERE device_id = ANY (?::uuid[])
            """;

    private static final String LOCK = """
            SELECT device_id, supplier, listed, changed_at, since_batch, since_row, before_supplier, before_listed
              FROM registration.device_catalog
             WHERE device_id = ANY (?::uuid[])
             ORDER BY device_id
               FOR UPDATE
            """;

    private static final String ADD = """
            INSERT INTO registration.device_catalog
                   (device_id, supplier, listed, changed_at, since_batch, since_row, before_supplier, before_listed)
            SELECT *
              FROM unnest(?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[], ?::uuid[], ?::bigint[], ?::text[],
                          ?::boolean[]) AS told (device_id)
             ORDER BY told.device_id
            ON CONFLICT (device_id) DO NOTHING
            """;

    private static final String CHANGE = """
            UPDATE registration.device_catalog entry
               SET supplier = told.supplier, listed = told.listed, changed_at = told.changed_at,
                   since_batch = told.since_batch, since_row = told.since_row,
                   before_supplier = told.before_supplier, before_listed = told.before_listed
              FROM unnest(?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[], ?::uuid[], ?::bigint[], ?::text[],
                          ?::boolean[])
                   AS told (device_id, supplier, listed, changed_at, since_batch, since_row, before_supplier,
                            before_listed)
             WHERE entry.device_id = told.device_id
            """;

    private final JdbcClient jdbc;

    DeviceCatalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is known of these devices; a device that no supplier ever listed is absent.
    Map<DeviceId, CatalogMatch> matches(Collection<DeviceId> devices) {
        return jdbc
                .sql(MATCHES)
                .param(texts(devices, DeviceId::toString))
                .query((row, _) -> Map.entry(deviceId(row), match(listing(row, "supplier", "listed"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The entries there are of these devices, held until the transaction in hand ends.
    Map<DeviceId, CatalogEntry> lock(Collection<DeviceId> devices) {
        return jdbc
                .sql(LOCK)
                .param(texts(devices, DeviceId::toString))
                .query((row, _) -> Map.entry(deviceId(row), entry(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Adds entries of devices that had none. Where one has appeared since, another worker has gone
    /// on with the partition.
    void add(List<Map.Entry<DeviceId, CatalogEntry>> entries) {
        if (!entries.isEmpty() && write(ADD, entries) < entries.size()) {
            throw new ConcurrencyFailureException("another worker has told the catalog of the same devices");
        }
    }

    /// Changes entries that are locked.
    void change(List<Map.Entry<DeviceId, CatalogEntry>> entries) {
        if (!entries.isEmpty()) {
            write(CHANGE, entries);
        }
    }

    private int write(String sql, List<Map.Entry<DeviceId, CatalogEntry>> entries) {
        return jdbc.sql(sql)
                .param(texts(entries, entry -> entry.getKey().toString()))
                .param(texts(entries, entry -> supplier(entry.getValue().listing())))
                .param(texts(entries, entry -> isListed(entry.getValue().listing())))
                .param(texts(entries, entry -> String.valueOf(entry.getValue().changedAt())))
                .param(texts(entries, entry -> sinceBatch(entry.getValue().since())))
                .param(texts(entries, entry -> sinceRow(entry.getValue().since())))
                .param(texts(entries, entry -> supplier(entry.getValue().before())))
                .param(texts(entries, entry -> isListed(entry.getValue().before())))
                .update();
    }

    private static CatalogMatch match(Listing listing) {
        return switch (listing) {
            case Unknown _ -> CatalogMatch.UNKNOWN;
            case ListedBy _ -> CatalogMatch.LISTED;
            case WithdrawnBy _ -> CatalogMatch.DELISTED;
        };
    }

    private static @Nullable String supplier(Listing listing) {
        return switch (listing) {
            case Unknown _ -> null;
            case ListedBy(var supplier) -> supplier.value();
            case WithdrawnBy(var supplier) -> supplier.value();
        };
    }

    private static String isListed(Listing listing) {
        return Boolean.toString(listing instanceof ListedBy);
    }

    private static @Nullable String sinceBatch(CatalogEntry.@Nullable Word since) {
        return since == null ? null : since.batch().toString();
    }

    private static @Nullable String sinceRow(CatalogEntry.@Nullable Word since) {
        return since == null ? null : Long.toString(since.row());
    }

    private static CatalogEntry entry(ResultSet row) throws SQLException {
        return new CatalogEntry(
                listing(row, "supplier", "listed"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                since(row),
                listing(row, "before_supplier", "before_listed"));
    }

    private static Listing listing(ResultSet row, String supplierColumn, String listedColumn) throws SQLException {
        var supplier = row.getString(supplierColumn);
        if (supplier == null) {
            return new Unknown();
        }
        return row.getBoolean(listedColumn)
                ? new ListedBy(new SupplierId(supplier))
                : new WithdrawnBy(new SupplierId(supplier));
    }

    private static CatalogEntry.@Nullable Word since(ResultSet row) throws SQLException {
        var batch = row.getObject("since_batch", UUID.class);
        return batch == null ? null : new CatalogEntry.Word(new CatalogBatchId(batch), row.getLong("since_row"));
    }

    private static DeviceId deviceId(ResultSet row) throws SQLException {
        return new DeviceId(row.getObject("device_id", UUID.class));
    }

    private static <T> @Nullable String[] texts(Collection<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}

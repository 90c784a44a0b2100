package dev.rollcall.status.batches;

import dev.rollcall.identity.BatchId;
import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.paging.PageRequest;
import dev.rollcall.status.paging.PlaceInTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The batches of an owner, newest first, with their progress.
@Component
final class BatchList {
    private static final String COUNTED = """
            LEFT JOIN LATERAL (SELECT array_agg(what) AS whats, array_agg(rows) AS counts, max(decided_at) AS decided_at
                FROM status.batch_counts WHERE batch_id = b.batch_id) c ON true
            """;
    private static final String COLUMNS =
            "b.batch_id, b.tenant_id, b.partner_id, b.started_at, b.row_count, c.whats, c.counts, c.decided_at";
    private static final String BATCHES = """
            SELECT %s
            FROM (SELECT * FROM status.batches WHERE {condition} ORDER BY started_at DESC, batch_id DESC LIMIT :limit) b
                %s
            ORDER BY b.started_at DESC, b.batch_id DESC
            """.formatted(COLUMNS, COUNTED);
    private static final String BEHIND = "AND (started_at, batch_id) < (:startedAt, :batch)";
    private static final String ONE = "AND batch_id = :batch";
    private static final String FOLLOWED = """
            SELECT f.is_tenant, %s
            FROM unnest(:batches::text[]::uuid[], :parties::text[], :tenants::boolean[]) AS f (batch_id, party, is_tenant)
                JOIN status.batches b ON b.batch_id = f.batch_id
                    AND f.party = CASE WHEN f.is_tenant THEN b.tenant_id ELSE b.partner_id END
                %s
            """.formatted(COLUMNS, COUNTED);
    private static final String TOTAL = "SELECT count(*) FROM status.batches WHERE ";

    private final JdbcClient jdbc;

    BatchList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String fingerprint(BatchOwner owner) {
        return String.join("\0", "batches", owner.column(), owner.party());
    }

    static boolean fits(Cursor cursor) {
        return PlaceInTime.isAmongUuids(cursor);
    }

    Optional<BatchView> find(BatchOwner owner, BatchId batch) {
        return jdbc.sql(batches(owner, ONE))
                .param("owner", owner.party())
                .param("batch", batch.value())
                .param("limit", 1)
                .query(BatchList::progress)
                .optional()
                .map(found -> found.view(owner));
    }

    /// Those that are there for who follows them, in one look. Each batch is looked for with the owner who follows it,
    /// so that nobody is shown another's.
    Map<Followed, BatchView> find(Collection<Followed> followed) {
        var each = List.copyOf(followed);
        var views = new HashMap<Followed, BatchView>();
        jdbc.sql(FOLLOWED)
                .param("batches", texts(each, one -> one.batch().toString()))
                .param("parties", texts(each, one -> one.owner().party()))
                .param(
                        "tenants",
                        each.stream().map(one -> one.owner().isTenant()).toArray(Boolean[]::new))
                .query((RowCallbackHandler) row -> {
                    var batch = progress(row, 0);
                    var owner = row.getBoolean("is_tenant")
                            ? BatchOwner.tenant(batch.tenant())
                            : BatchOwner.partner(Objects.requireNonNull(batch.partner()));
                    views.put(new Followed(owner, new BatchId(batch.batchId())), batch.view(owner));
                });
        return views;
    }

    Page<BatchView> page(BatchOwner owner, PageRequest page) {
        var total = page.after().map(Cursor::total).orElseGet(() -> total(owner));
        var found = jdbc.sql(batches(owner, page.after().isEmpty() ? "" : BEHIND))
                .param("owner", owner.party())
                .params(page.after()
                        .flatMap(PlaceInTime::of)
                        .map(BatchList::parameters)
                        .orElse(Map.of()))
                .param("limit", page.limit() + 1)
                .query(BatchList::progress)
                .list();
        return Page.of(found, page.limit(), total, last -> cursor(owner, last, total))
                .map(batch -> batch.view(owner));
    }

    private static String[] texts(List<Followed> followed, Function<Followed, String> text) {
        return followed.stream().map(text).toArray(String[]::new);
    }

    private static Map<String, Object> parameters(PlaceInTime place) {
        return Map.of("startedAt", Timestamp.from(place.at()), "batch", UUID.fromString(place.id()));
    }

    private static String batches(BatchOwner owner, String place) {
        return BATCHES.replace("{condition}", owner.condition() + " " + place);
    }

    private long total(BatchOwner owner) {
        return jdbc.sql(TOTAL + owner.condition())
                .param("owner", owner.party())
                .query(Long.class)
                .single();
    }

    private static String cursor(BatchOwner owner, BatchProgress last, long total) {
        return new PlaceInTime(last.startedAt(), last.batchId().toString())
                .cursor(total)
                .encode(fingerprint(owner));
    }

    private static BatchProgress progress(ResultSet row, int number) throws SQLException {
        var rowCount = row.getObject("row_count", Long.class);
        var decidedAt = row.getTimestamp("decided_at");
        return new BatchProgress(
                row.getObject("batch_id", UUID.class),
                row.getString("tenant_id"),
                row.getString("partner_id"),
                row.getTimestamp("started_at").toInstant(),
                rowCount,
                counts(row),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static Map<String, Long> counts(ResultSet row) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        if (row.getArray("whats") != null) {
            var whats = (String[]) row.getArray("whats").getArray();
            var numbers = (Long[]) row.getArray("counts").getArray();
            for (var i = 0; i < whats.length; i++) {
                counts.put(whats[i], numbers[i]);
            }
        }
        return counts;
    }
}

package dev.rollcall.status.projection;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.Event;
import dev.rollcall.status.StatusDatabase;
import dev.rollcall.status.search.SearchText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// The projection without Kafka: polls go in by hand, and what can be asked comes out.
final class ProjectionOnPostgres {
    private static final List<String> TABLES = List.of(
            "devices",
            "device_counts",
            "group_counts",
            "device_texts",
            "requests",
            "failures",
            "releases",
            "batches",
            "batch_counts",
            "outcome_counts",
            "rejected_columns",
            "audit",
            "delivery_steps",
            "catalog_batches",
            "catalog_slices",
            "catalog_conflicts");
    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.of(
            "devices", """
            SELECT tenant_id, device_id, standing, state_order, last_seen_at, registered_at, request_id, batch_id,
                serial_number, model, serial_key, CASE WHEN standing = 'failed' THEN (asked).error END
            FROM status.devices WHERE standing IS NOT NULL ORDER BY 1, 2""",
            "requests", "SELECT * FROM status.requests ORDER BY 1, 2",
            "failures", "SELECT * FROM status.failures ORDER BY 1, 2",
            "releases", "SELECT * FROM status.releases ORDER BY 1",
            "batches", "SELECT * FROM status.batches ORDER BY 1",
            "counts", "SELECT * FROM status.batch_counts ORDER BY 1, 2",
            "rejected", "SELECT * FROM status.rejected_columns ORDER BY 1, 2",
            "audit", "SELECT * FROM status.audit ORDER BY 1, 2",
            "catalog batches", "SELECT * FROM status.catalog_batches ORDER BY 1",
            "catalog conflicts", "SELECT * FROM status.catalog_conflicts ORDER BY 1, 2"));

    static {
        ANSWERS.put("delivery", "SELECT * FROM status.delivery_steps ORDER BY 1, 2, 3, 4");
    }

    private static final String COUNTED = """
            SELECT tenant_id, lower(left(coalesce(group_tag, ''), 100) COLLATE "pg_c_utf8") COLLATE "C" AS group_tag,
                CASE standing
                    WHEN 'requested' THEN 0
                    WHEN 'failed' THEN 1
                    ELSE coalesce(floor(extract(epoch FROM last_seen_at) / 3600)::bigint, 2)
                END AS bucket,
                CASE WHEN standing = 'failed' THEN (asked).error ELSE '' END AS error, count(*)::numeric AS devices
            FROM status.devices WHERE standing IS NOT NULL GROUP BY 1, 2, 3, 4""";
    private static final String SUMMED = """
            SELECT tenant_id, group_tag, bucket, error, sum(devices) AS devices
            FROM status.group_counts GROUP BY 1, 2, 3, 4 HAVING sum(devices) <> 0""";
    private static final String SUMMED_BY_TENANT = """
            SELECT tenant_id, bucket, error, sum(devices) AS devices
            FROM status.device_counts GROUP BY 1, 2, 3 HAVING sum(devices) <> 0""";
    private static final String BY_TENANT =
            "SELECT tenant_id, bucket, error, sum(devices) AS devices FROM counted GROUP BY 1, 2, 3";
    private static final String OUTCOMES = """
            SELECT tenant_id, floor(extract(epoch FROM requested_at) / 900)::bigint, outcome = 'Registered',
                count(*)::numeric
            FROM status.requests WHERE outcome IS NOT NULL GROUP BY 1, 2, 3""";
    private static final String OUTCOMES_SUMMED =
            "SELECT tenant_id, quarter, registered, sum(rows) FROM status.outcome_counts GROUP BY 1, 2, 3";
    private static final String OUTCOMES_MISCOUNTED =
            "(%1$s EXCEPT %2$s) UNION ALL (%2$s EXCEPT %1$s)".formatted(OUTCOMES, OUTCOMES_SUMMED);
    private static final String MISCOUNTED = """
            WITH counted AS (%s), by_group AS (%s), by_tenant AS (%s)
            (SELECT 'group' AS what, * FROM (TABLE counted EXCEPT TABLE by_group) a)
            UNION ALL (SELECT 'group, too many', * FROM (TABLE by_group EXCEPT TABLE counted) b)
            UNION ALL (SELECT 'tenant', tenant_id, '', bucket, error, devices
                FROM (%s EXCEPT TABLE by_tenant) c)
            UNION ALL (SELECT 'tenant, too many', tenant_id, '', bucket, error, devices
                FROM (TABLE by_tenant EXCEPT %s) d)
            """.formatted(COUNTED, SUMMED, SUMMED_BY_TENANT, BY_TENANT, BY_TENANT);

    private static final String UNFINDABLE = """
            SELECT tenant_id, device_id, %s AS text FROM status.devices WHERE standing IS NOT NULL
            EXCEPT SELECT tenant_id, e.* FROM status.device_texts,
                ROWS FROM (unnest(devices), string_to_table(texts, E'\\n')) AS e
            """.formatted(SearchText.of(""));

    /// The stream that a poll comes from.
    enum Stream {
        REQUESTS,
        BULK_REQUESTS,
        OUTCOMES,
        BULK_OUTCOMES,
        BATCHES,
        CATALOG_OUTCOMES,
        RELATIONSHIPS,
        ACTIVITY,
        DELIVERY,
        REJECTED
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Projections projections;
    private final Outcomes outcomes;
    private final BatchWriter batches;
    private final CatalogBatchWriter catalogBatches;
    private final AuditWriter audit;
    private final Deliveries deliveries;
    private final RejectedColumnsWriter rejectedColumns;
    private final ListCounts listCounts;

    private ProjectionOnPostgres(SingleConnectionDataSource database) {
        jdbc = new JdbcTemplate(database);
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        listCounts = new ListCounts(jdbc, transactions);
        rejectedColumns = new RejectedColumnsWriter(jdbc);
        audit = new AuditWriter(jdbc);
        deliveries = new Deliveries(new DeliveryWriter(jdbc), audit);
        batches = new BatchWriter(jdbc);
        catalogBatches = new CatalogBatchWriter(jdbc);
        projections =
                new Projections(new DeviceWriter(jdbc), new ReleaseWriter(jdbc), new RequestWriter(jdbc), batches);
        outcomes = new Outcomes(projections, audit, new Supersession(jdbc));
    }

    static ProjectionOnPostgres create() {
        var database = StatusDatabase.create();
        var connections = new SingleConnectionDataSource(database.getURL(), "postgres", "", true);
        return new ProjectionOnPostgres(connections);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /// Nobody but the owner of the tables could: the audit refuses it.
    void clear() {
        jdbc.execute("ALTER TABLE status.audit DISABLE TRIGGER audit_is_append_only");
        jdbc.execute("TRUNCATE status." + String.join(", status.", TABLES));
        jdbc.execute("ALTER TABLE status.audit ENABLE TRIGGER audit_is_append_only");
    }

    void apply(Stream stream, List<Event> poll) {
        transaction.executeWithoutResult(_ -> project(stream, poll));
        if (stream == Stream.OUTCOMES || stream == Stream.BULK_OUTCOMES) {
            outcomes.settle(poll);
        }
    }

    /// Everything that any answer is made of.
    String answers() {
        var answers = new StringBuilder();
        ANSWERS.forEach((name, sql) -> {
            answers.append(name).append('\n');
            jdbc.queryForList(sql).forEach(row -> answers.append(row).append('\n'));
        });
        return answers.toString();
    }

    /// What the counters say that is another than a count of the list, or of the rows of batches; empty where they are
    /// right.
    String miscounted() {
        return List.of(MISCOUNTED, OUTCOMES_MISCOUNTED).stream()
                .flatMap(sql -> jdbc.queryForList(sql).stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /// The entries whose text is not among those that are searched; empty where all are.
    String unfindable() {
        return jdbc.queryForList(UNFINDABLE).stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    void foldCounts() {
        listCounts.fold();
    }

    private void project(Stream stream, List<Event> poll) {
        switch (stream) {
            case REQUESTS, BULK_REQUESTS -> projections.requested(poll);
            case OUTCOMES, BULK_OUTCOMES -> outcomes.project(poll);
            case BATCHES -> {
                batches.accept(Projections.only(BatchAccepted.class, poll));
                catalogBatches.accept(Projections.only(CatalogBatchAccepted.class, poll));
                audit.append(poll);
            }
            case CATALOG_OUTCOMES -> catalogBatches.decide(Projections.only(CatalogRowsDecided.class, poll));
            case RELATIONSHIPS -> audit.append(poll);
            case ACTIVITY -> projections.seen(poll);
            case DELIVERY -> deliveries.project(poll);
            case REJECTED -> rejectedColumns.write(Projections.only(RegistrationRequested.class, poll));
        }
    }
}

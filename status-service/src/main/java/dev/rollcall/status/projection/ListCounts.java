package dev.rollcall.status.projection;

import dev.rollcall.status.search.SearchText;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How many entries of a tenant are alike in what its list is filtered by. A statement that changes entries appends
/// the difference it makes, and the texts by which they are found from now on; here the many rows of a key become one
/// again. So do those of what batches came to, which [RequestWriter] appends.
@Component
final class ListCounts {
    private static final String BUCKET = """
            CASE
                WHEN {row}.state_order <= 2 THEN {row}.state_order
                ELSE GREATEST(3, (4611686018427387904 - {row}.state_order) / 3600000000)
            END
            """;
    private static final String RETURNING = """
            RETURNING new.tenant_id, new.device_id, {changed text} AS text,
                old.standing AS old_standing, old.group_tag AS old_group, {bucket of old} AS old_bucket,
                CASE old.standing WHEN 'failed' THEN (old.asked).error ELSE '' END AS old_error,
                new.standing AS new_standing, new.group_tag AS new_group, {bucket of new} AS new_bucket,
                CASE new.standing WHEN 'failed' THEN (new.asked).error ELSE '' END AS new_error
            """.replace("{bucket of old}", BUCKET.replace("{row}", "old"))
            .replace("{bucket of new}", BUCKET.replace("{row}", "new"))
            .replace("{changed text}", SearchText.changed());
    private static final String COUNTING =
            """
            WITH changed AS ({change} {returning}),
            difference AS (
                SELECT tenant_id, group_tag, bucket, error, sum(devices) AS devices
                FROM (SELECT tenant_id, new_group, new_bucket, new_error, count(*)
                        FROM changed WHERE new_standing IS NOT NULL GROUP BY 1, 2, 3, 4
                    UNION ALL
                    SELECT tenant_id, old_group, old_bucket, old_error, -count(*)
                        FROM changed WHERE old_standing IS NOT NULL GROUP BY 1, 2, 3, 4)
                    AS d (tenant_id, group_tag, bucket, error, devices)
                GROUP BY 1, 2, 3, 4 HAVING sum(devices) <> 0),
            by_group AS (
                INSERT INTO status.group_counts (tenant_id, group_tag, bucket, error, devices)
                SELECT tenant_id, lower(left(coalesce(group_tag, ''), 100) COLLATE "pg_c_utf8") COLLATE "C", bucket,
                    error, sum(devices)
                FROM difference GROUP BY 1, 2, 3, 4 HAVING sum(devices) <> 0),
            by_tenant AS (
                INSERT INTO status.device_counts (tenant_id, bucket, error, devices)
                SELECT tenant_id, bucket, error, sum(devices)
                FROM difference GROUP BY 1, 2, 3 HAVING sum(devices) <> 0),
            searchable AS ({append texts})
            SELECT count(*) FROM changed
            """.replace("{returning}", RETURNING).replace("{append texts}", SearchText.appending("changed"));

    /// Rows are only ever added and deleted, so that their place names them for as long as they are locked.
    private static final String FOLD = """
            WITH folded AS (DELETE FROM {counts} c
                USING (SELECT r.ctid FROM {counts} r
                        JOIN (SELECT DISTINCT {key} FROM {counts} WHERE NOT folded) fresh USING ({key})
                        FOR UPDATE OF r SKIP LOCKED) locked
                WHERE c.ctid = locked.ctid
                RETURNING c.*)
            INSERT INTO {counts} ({key}, {number}, folded)
            SELECT {key}, sum({number}), true FROM folded GROUP BY {key} HAVING sum({number}) <> 0
            """;
    private static final String FOLD_BY_TENANT = fold("device_counts", "tenant_id, bucket, error", "devices");
    private static final String FOLD_BY_GROUP = fold("group_counts", "tenant_id, group_tag, bucket, error", "devices");
    private static final String FOLD_OUTCOMES = fold("outcome_counts", "tenant_id, quarter, registered", "rows");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ListCounts(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// `change` as a statement that counts the entries it changes and answers how many they are. It changes rows of
    /// `status.devices` and returns nothing itself.
    static String counting(String change) {
        return COUNTING.replace("{change}", change);
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void fold() {
        transaction.executeWithoutResult(_ -> {
            jdbc.update(FOLD_BY_TENANT);
            jdbc.update(FOLD_BY_GROUP);
            jdbc.update(FOLD_OUTCOMES);
        });
    }

    private static String fold(String counts, String key, String number) {
        return FOLD.replace("{counts}", "status." + counts)
                .replace("{key}", key)
                .replace("{number}", number);
    }
}

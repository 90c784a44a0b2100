package dev.rollcall.upload.batch;

import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.upload.batch.KeyClaim.Completed;
import dev.rollcall.upload.batch.KeyClaim.Held;
import dev.rollcall.upload.batch.KeyClaim.Reused;
import dev.rollcall.upload.batch.KeyClaim.Running;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who uses which idempotency key for what. A key is held by a lease, not by a connection: whoever
/// dies lets it run out, and the retry takes over. Keys are kept for good, because a batch's ids
/// are derived from its key.
final class IdempotencyKeys {
    /// Takes a key that is new, or that the very same upload left unfinished.
    private static final String CLAIM = """
            INSERT INTO upload.idempotency_keys AS held
                   (tenant_id, acting_party, idempotency_key, fingerprint, batch_id, accepted_at, request_id, lease_id,
                    leased_until)
            VALUES (:tenant, :acting, :key, :fingerprint, :batch, :now, :request, :lease, :until)
                ON CONFLICT (tenant_id, acting_party, idempotency_key) DO UPDATE
               SET lease_id = excluded.lease_id, leased_until = excluded.leased_until
             WHERE held.completed_at IS NULL
               AND held.leased_until <= excluded.accepted_at
               AND held.fingerprint = excluded.fingerprint
            RETURNING accepted_at, request_id
            """;

    private static final String LOOK = """
            SELECT fingerprint = :fingerprint AS same, completed_at IS NOT NULL AS completed, row_count, ignored_columns
              FROM upload.idempotency_keys
             WHERE tenant_id = :tenant AND acting_party = :acting AND idempotency_key = :key
            """;

    private static final String EXTEND =
            "UPDATE upload.idempotency_keys SET leased_until = :until WHERE lease_id = :lease AND completed_at IS NULL";

    private static final String COMPLETE = """
            UPDATE upload.idempotency_keys
               SET completed_at = :now, row_count = :rows, ignored_columns = :ignored
             WHERE batch_id = :batch AND completed_at IS NULL
            """;

    /// Several times the connections that a pool has by default: there is always somebody who takes the next one.
    private static final int AT_A_TIME = 64;

    private final Turnstile turnstile = new Turnstile(AT_A_TIME);
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Duration term;

    IdempotencyKeys(JdbcClient jdbc, InstantSource clock, Duration term) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.term = term;
    }

    KeyClaim claim(Sender sender, IdempotencyKey key, byte[] fingerprint) {
        return turnstile.pass(() -> claimInTurn(sender, key, fingerprint));
    }

    /// To be run while the upload is at work.
    Lease lease(UUID lease) {
        return new Lease(this, lease, clock, term);
    }

    /// Keeps the lease of an upload that is still at work.
    void extend(UUID lease) {
        jdbc.sql(EXTEND)
                .param("until", utc(clock.instant().plus(term)))
                .param("lease", lease)
                .update();
    }

    /// Ends the lease of an upload that failed half-way: the same upload, and no other, may have the key at once.
    void release(UUID lease) {
        jdbc.sql(EXTEND)
                .param("until", utc(clock.instant().minus(term)))
                .param("lease", lease)
                .update();
    }

    /// Remembers the answer. It is true whoever holds the lease by now: the same upload, with the same ids, is on
    /// Kafka.
    void complete(BatchId batch, long rowCount, List<String> ignoredColumns) {
        turnstile.pass(() -> jdbc.sql(COMPLETE)
                .param("now", utc(clock.instant()))
                .param("rows", rowCount)
                .param("ignored", ignoredColumns.toArray(String[]::new))
                .param("batch", batch.value())
                .update());
    }

    private KeyClaim claimInTurn(Sender sender, IdempotencyKey key, byte[] fingerprint) {
        var lease = UUID.randomUUID();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql(CLAIM)
                .param("tenant", sender.tenant().value())
                .param("acting", sender.acting())
                .param("key", key.value())
                .param("fingerprint", fingerprint)
                .param("batch", sender.batchId(key).value())
                .param("now", utc(now))
                .param("request", sender.call().value())
                .param("lease", lease)
                .param("until", utc(now.plus(term)))
                .query((row, _) -> held(lease, row))
                .optional()
                .orElseGet(() -> standing(sender, key, fingerprint));
    }

    private static KeyClaim held(UUID lease, ResultSet row) throws SQLException {
        var request = row.getObject("request_id", UUID.class);
        return new Held(
                lease,
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                request == null ? null : new RequestId(request));
    }

    private KeyClaim standing(Sender sender, IdempotencyKey key, byte[] fingerprint) {
        return jdbc.sql(LOOK)
                .param("tenant", sender.tenant().value())
                .param("acting", sender.acting())
                .param("key", key.value())
                .param("fingerprint", fingerprint)
                .query((row, _) -> standing(row))
                .single();
    }

    private static KeyClaim standing(ResultSet row) throws SQLException {
        if (!row.getBoolean("same")) {
            return new Reused();
        }
        return row.getBoolean("completed")
                ? new Completed(row.getLong("row_count"), ignoredColumns(row))
                : new Running();
    }

    private static List<String> ignoredColumns(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("ignored_columns").getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

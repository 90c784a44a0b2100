package dev.rollcall.status.projection;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.Submission;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes which batches there are. A batch is known from its first row on and whole once it was accepted.
@Component
final class BatchWriter {
    private static final String BEGIN = """
            INSERT INTO status.batches (batch_id, tenant_id, partner_id, started_at, row_count)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
            ORDER BY 1
            ON CONFLICT (batch_id) DO NOTHING
            """;
    private static final String ACCEPT = """
            INSERT INTO status.batches AS b (batch_id, tenant_id, partner_id, started_at, row_count)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
            ORDER BY 1
            ON CONFLICT (batch_id) DO UPDATE SET started_at = excluded.started_at, row_count = excluded.row_count
                WHERE b.row_count IS NULL
            """;

    private final JdbcTemplate jdbc;

    BatchWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            BatchId batchId,
            TenantId tenantId,
            @Nullable PartnerId partnerId,
            Instant startedAt,
            @Nullable Long rowCount) {}

    void begin(Collection<Submission> submissions) {
        write(BEGIN, submissions.stream().map(BatchWriter::begun).toList());
    }

    int accept(List<BatchAccepted> events) {
        return write(ACCEPT, events.stream().map(BatchWriter::accepted).toList());
    }

    private int write(String sql, List<Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var first = new LinkedHashMap<BatchId, Row>();
        rows.forEach(row -> first.putIfAbsent(row.batchId(), row));
        var columns = Columns.of(List.copyOf(first.values()))
                .id(Row::batchId)
                .id(Row::tenantId)
                .id(Row::partnerId)
                .time(Row::startedAt)
                .number(Row::rowCount);
        return jdbc.update(sql, columns.arrays());
    }

    private static Row begun(Submission submission) {
        return new Row(
                submission.batchId(), submission.tenantId(), submission.partnerId(), submission.acceptedAt(), null);
    }

    private static Row accepted(BatchAccepted event) {
        return new Row(event.batchId(), event.tenantId(), event.partnerId(), event.acceptedAt(), event.rowCount());
    }
}

package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceDetails;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.Submission;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes the rows of batches, and counts each row of a batch once when it is first seen and once when it is decided:
/// the statement that changes the row is the statement that counts it.
@Component
final class RequestWriter {
    private static final String COLUMNS = """
            batch_id, row_number, request_id, tenant_id, partner_id, device_id, file, line, requested_at,
            serial_number, manufacturer, model, product_id, group_tag, assigned_user, outcome, reason, decided_at
            """;
    private static final String ROWS = """
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::timestamptz[])
            """;
    private static final String COUNT = """
            ON CONFLICT (batch_id, what) DO UPDATE SET
                rows = c.rows + excluded.rows, decided_at = GREATEST(c.decided_at, excluded.decided_at)
            """;
    private static final String ASK = """
            WITH changed AS (INSERT INTO status.requests (%s) %s
                ON CONFLICT (batch_id, row_number) DO NOTHING
                RETURNING batch_id),
            counted AS (INSERT INTO status.batch_counts AS c (batch_id, what, rows)
                SELECT batch_id, 'Seen', count(*) FROM changed GROUP BY batch_id ORDER BY batch_id
                %s)
            SELECT count(*) FROM changed
            """.formatted(COLUMNS, ROWS, COUNT);
    private static final String DECIDE = """
            WITH changed AS (INSERT INTO status.requests AS r (%s) %s
                ON CONFLICT (batch_id, row_number) DO UPDATE SET
                    serial_number = excluded.serial_number, manufacturer = excluded.manufacturer,
                    model = excluded.model, product_id = excluded.product_id, group_tag = excluded.group_tag,
                    assigned_user = excluded.assigned_user, outcome = excluded.outcome, reason = excluded.reason,
                    decided_at = excluded.decided_at
                WHERE r.outcome IS NULL
                RETURNING new.batch_id, new.row_number, new.outcome, new.decided_at, new.tenant_id, new.requested_at,
                    old.batch_id IS NULL AS first_seen),
            failed AS (INSERT INTO status.failures (batch_id, row_number, error)
                SELECT batch_id, row_number, outcome FROM changed WHERE outcome <> 'Registered'),
            counted AS (INSERT INTO status.batch_counts AS c (batch_id, what, rows, decided_at)
                SELECT batch_id, outcome, count(*), max(decided_at) FROM changed GROUP BY 1, 2
                UNION ALL
                SELECT batch_id, 'Seen', count(*), NULL FROM changed WHERE first_seen GROUP BY 1
                ORDER BY 1, 2
                %s),
            counted_by_time AS (INSERT INTO status.outcome_counts (tenant_id, quarter, registered, rows)
                SELECT tenant_id, floor(extract(epoch FROM requested_at) / 900)::bigint, outcome = 'Registered', count(*)
                FROM changed GROUP BY 1, 2, 3)
            SELECT count(*) FROM changed
            """.formatted(COLUMNS, ROWS, COUNT);

    /// An insert takes the rows of arrays as they come; sorted here they are not copied once more there.
    private static final Comparator<Row> BY_POSITION = Comparator.comparing(
                    (Row row) -> row.submission().batchId().value())
            .thenComparingLong(row -> row.submission().position().row());

    private final JdbcTemplate jdbc;

    RequestWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A row as one event tells it; `outcome` is null where it is not decided.
    private record Row(
            DeviceId deviceId,
            RequestId requestId,
            Submission submission,
            DeviceDetails details,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}

    int ask(List<RegistrationRequested> events) {
        return write(ASK, events.stream().map(RequestWriter::asked).toList());
    }

    /// One statement for all of them, so that polls take the locks of their rows and counts in one order.
    int decide(List<RegistrationOutcome> events) {
        return write(DECIDE, events.stream().flatMap(RequestWriter::decided).toList());
    }

    private int write(String sql, List<Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var count = jdbc.queryForObject(sql, Integer.class, arrays(onePerPosition(rows)));
        return count == null ? 0 : count;
    }

    private static List<Row> onePerPosition(List<Row> rows) {
        var first = new LinkedHashMap<List<Object>, Row>();
        for (var row : rows) {
            var submission = row.submission();
            first.putIfAbsent(
                    List.of(submission.batchId(), submission.position().row()), row);
        }
        return first.values().stream().sorted(BY_POSITION).toList();
    }

    private static Object[] arrays(List<Row> rows) {
        return Columns.of(rows)
                .id(row -> row.submission().batchId())
                .number(row -> row.submission().position().row())
                .id(Row::requestId)
                .id(row -> row.submission().tenantId())
                .id(row -> row.submission().partnerId())
                .id(Row::deviceId)
                .text(row -> row.submission().position().file())
                .number(row -> row.submission().position().line())
                .time(row -> row.submission().acceptedAt())
                .text(row -> row.details().serialNumber())
                .text(row -> row.details().manufacturer())
                .text(row -> row.details().model())
                .text(row -> row.details().productId())
                .text(row -> row.details().groupTag())
                .text(row -> row.details().assignedUser())
                .text(Row::outcome)
                .text(Row::reason)
                .time(Row::decidedAt)
                .arrays();
    }

    private static Row asked(RegistrationRequested event) {
        var details = DeviceDetails.of(event.columns());
        return new Row(event.deviceId(), event.requestId(), event.submission(), details, null, null, null);
    }

    private static Stream<Row> decided(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered registered -> Stream.of(registered(registered));
            case RegistrationRejected rejected -> Stream.of(rejected(rejected));
            case DeviceReleased _, FailureDismissed _ -> Stream.empty();
        };
    }

    private static Row registered(DeviceRegistered event) {
        return new Row(
                event.deviceId(),
                event.requestId(),
                event.submission(),
                event.device(),
                "Registered",
                null,
                event.registeredAt());
    }

    private static Row rejected(RegistrationRejected event) {
        return new Row(
                event.deviceId(),
                event.requestId(),
                event.submission(),
                event.device(),
                event.error().wireName(),
                event.reason(),
                event.rejectedAt());
    }
}

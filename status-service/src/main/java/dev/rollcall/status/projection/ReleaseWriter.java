package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes the requests to release a device or to dismiss its failure. What was decided first stays.
@Component
final class ReleaseWriter {
    private static final String WRITE = """
            INSERT INTO status.releases AS r
                (request_id, tenant_id, device_id, requested_by, requested_at, outcome, decided_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[],
                ?::timestamptz[])
            ORDER BY 1
            ON CONFLICT (request_id) DO UPDATE SET outcome = excluded.outcome, decided_at = excluded.decided_at
                WHERE r.outcome IS NULL AND excluded.outcome IS NOT NULL
            """;

    private final JdbcTemplate jdbc;

    ReleaseWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            RequestId requestId,
            TenantId tenantId,
            DeviceId deviceId,
            String requestedBy,
            Instant requestedAt,
            @Nullable String outcome,
            @Nullable Instant decidedAt) {}

    int ask(List<ReleaseRequested> events) {
        return write(events.stream().map(ReleaseWriter::asked).toList());
    }

    int decide(List<RegistrationOutcome> events) {
        return write(events.stream().flatMap(ReleaseWriter::decided).toList());
    }

    private int write(List<Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var first = new LinkedHashMap<RequestId, Row>();
        rows.forEach(row -> first.putIfAbsent(row.requestId(), row));
        var columns = Columns.of(List.copyOf(first.values()))
                .id(Row::requestId)
                .id(Row::tenantId)
                .id(Row::deviceId)
                .text(Row::requestedBy)
                .time(Row::requestedAt)
                .text(Row::outcome)
                .time(Row::decidedAt);
        return jdbc.update(WRITE, columns.arrays());
    }

    private static Row asked(ReleaseRequested event) {
        return new Row(
                event.requestId(),
                event.tenantId(),
                event.deviceId(),
                event.requestedBy(),
                event.requestedAt(),
                null,
                null);
    }

    private static Stream<Row> decided(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceReleased released ->
                Stream.of(new Row(
                        released.requestId(),
                        released.tenantId(),
                        released.deviceId(),
                        released.releasedBy(),
                        released.requestedAt(),
                        "Released",
                        released.releasedAt()));
            case FailureDismissed dismissed ->
                Stream.of(new Row(
                        dismissed.requestId(),
                        dismissed.tenantId(),
                        dismissed.deviceId(),
                        dismissed.dismissedBy(),
                        dismissed.requestedAt(),
                        "Dismissed",
                        dismissed.dismissedAt()));
            case DeviceRegistered _, RegistrationRejected _ -> Stream.empty();
        };
    }
}

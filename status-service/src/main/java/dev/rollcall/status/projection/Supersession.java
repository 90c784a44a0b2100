package dev.rollcall.status.projection;

import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Makes failed entries that identify no device give way to a later success under their serial number. It runs after
/// the poll has committed and looks from both sides: of two polls at once, the later one sees both.
@Component
final class Supersession {
    private static final String BY_SUCCESSES = """
            UPDATE status.devices d SET superseded_at = GREATEST(d.superseded_at, t.at)
            FROM (SELECT f.tenant_id, f.device_id, n.at
                FROM (SELECT tenant_id, serial_key, max(at) AS at
                        FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS a (tenant_id, serial_key, at)
                        GROUP BY 1, 2) n
                    JOIN status.devices f ON f.tenant_id = n.tenant_id AND f.serial_key = n.serial_key
                        AND NOT (f.asked).identified
                WHERE f.superseded_at IS NULL OR f.superseded_at < n.at
                ORDER BY 1, 2 FOR UPDATE OF f) t
            WHERE d.tenant_id = t.tenant_id AND d.device_id = t.device_id
            """;
    private static final String OF_FAILURES = """
            UPDATE status.devices d SET superseded_at = GREATEST(d.superseded_at, t.at)
            FROM (SELECT f.tenant_id, f.device_id,
                    (SELECT max((s.succeeded).at) FROM status.devices s
                        WHERE s.tenant_id = f.tenant_id AND s.serial_key = f.serial_key) AS at
                FROM status.devices f
                    JOIN (SELECT DISTINCT * FROM unnest(?::text[], ?::uuid[])) n (tenant_id, device_id)
                        ON f.tenant_id = n.tenant_id AND f.device_id = n.device_id
                WHERE f.serial_key <> ''
                ORDER BY 1, 2 FOR UPDATE OF f) t
            WHERE d.tenant_id = t.tenant_id AND d.device_id = t.device_id AND t.at IS NOT NULL
                AND (d.superseded_at IS NULL OR d.superseded_at < t.at)
            """;

    private final JdbcTemplate jdbc;

    Supersession(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void settle(List<RegistrationOutcome> outcomes) {
        bySuccesses(outcomes.stream().flatMap(Supersession::success).toList());
        ofFailures(outcomes.stream().flatMap(Supersession::unidentified).toList());
    }

    private void bySuccesses(List<DeviceRegistered> successes) {
        if (!successes.isEmpty()) {
            var columns = Columns.of(successes)
                    .id(DeviceRegistered::tenantId)
                    .text(event -> DeviceChange.serialKey(event.device()))
                    .time(event -> DeviceChanges.micros(event.submission().acceptedAt()));
            jdbc.update(BY_SUCCESSES, columns.arrays());
        }
    }

    private void ofFailures(List<RegistrationRejected> failures) {
        if (!failures.isEmpty()) {
            var columns =
                    Columns.of(failures).id(RegistrationRejected::tenantId).id(RegistrationRejected::deviceId);
            jdbc.update(OF_FAILURES, columns.arrays());
        }
    }

    private static Stream<DeviceRegistered> success(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered registered -> Stream.of(registered);
            case RegistrationRejected _, DeviceReleased _, FailureDismissed _ -> Stream.empty();
        };
    }

    private static Stream<RegistrationRejected> unidentified(RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationRejected rejected when !rejected.identified() -> Stream.of(rejected);
            case RegistrationRejected _, DeviceRegistered _, DeviceReleased _, FailureDismissed _ -> Stream.empty();
        };
    }
}

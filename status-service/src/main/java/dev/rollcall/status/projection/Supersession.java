package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceDetails;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.identity.TenantId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Makes failed entries that identify no device give way to a success under their serial number. It runs after the poll
/// has committed, for successes and for failures: of two polls at once, the later one sees both.
@Component
final class Supersession {
    private static final String SETTLE = ListCounts.counting("""
            UPDATE status.devices d SET superseded_at = GREATEST(d.superseded_at, t.at)
            FROM (SELECT f.tenant_id, f.device_id, s.at
                FROM (SELECT e.tenant_id, e.serial_key, max((e.succeeded).at) AS at
                        FROM (SELECT DISTINCT * FROM unnest(?::text[], ?::text[])) n (tenant_id, serial_key)
                            JOIN status.devices e ON e.tenant_id = n.tenant_id AND e.serial_key = n.serial_key
                        GROUP BY 1, 2
                        HAVING bool_or(NOT (e.asked).identified) AND max((e.succeeded).at) IS NOT NULL) s
                    JOIN status.devices f ON f.tenant_id = s.tenant_id AND f.serial_key = s.serial_key
                        AND NOT (f.asked).identified
                WHERE f.superseded_at IS NULL OR f.superseded_at < s.at
                ORDER BY 1, 2 FOR UPDATE OF f) t
            WHERE d.tenant_id = t.tenant_id AND d.device_id = t.device_id
            """);

    private final JdbcTemplate jdbc;

    Supersession(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void settle(List<RegistrationOutcome> outcomes) {
        var serialNumbers = outcomes.stream()
                .flatMap(Supersession::serialNumber)
                .filter(serialNumber -> !serialNumber.key().isEmpty())
                .toList();
        if (!serialNumbers.isEmpty()) {
            var columns = Columns.of(serialNumbers).id(SerialNumber::tenantId).text(SerialNumber::key);
            jdbc.queryForObject(SETTLE, Integer.class, columns.arrays());
        }
    }

    private static Stream<SerialNumber> serialNumber(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered registered -> Stream.of(SerialNumber.of(registered.tenantId(), registered.device()));
            case RegistrationRejected rejected
            when !rejected.identified() -> Stream.of(SerialNumber.of(rejected.tenantId(), rejected.device()));
            case RegistrationRejected _, DeviceReleased _, FailureDismissed _ -> Stream.empty();
        };
    }

    private record SerialNumber(TenantId tenantId, String key) {
        static SerialNumber of(TenantId tenant, DeviceDetails device) {
            return new SerialNumber(tenant, DeviceChange.serialKey(device));
        }
    }
}

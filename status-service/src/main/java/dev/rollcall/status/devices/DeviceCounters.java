package dev.rollcall.status.devices;

import dev.rollcall.identity.TenantId;
import dev.rollcall.status.projection.StorableText;
import dev.rollcall.status.state.DeviceState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts devices without looking at them: the projection keeps sums by state, hour of the last sighting, error and
/// group tag. Only of the hour in which active devices become inactive the active ones are counted, in an index.
@Component
final class DeviceCounters {
    private static final String SUMS = """
            SELECT CASE
                    WHEN bucket = 0 THEN 'AutopilotRegistrationRequested'
                    WHEN bucket = 1 THEN 'RegistrationFailed'
                    WHEN bucket = 2 THEN 'ReadyForUser'
                    WHEN bucket > :hour THEN 'Active'
                    ELSE 'Inactive'
                END AS state, error, sum(devices)::bigint AS devices
            FROM {counts}
            GROUP BY 1, 2
            """;
    private static final String STILL_ACTIVE = """
            UNION ALL
            SELECT state, '', sign * active
            FROM (SELECT count(*) AS active FROM status.devices
                    WHERE tenant_id = :tenant AND standing IS NOT NULL AND state_order BETWEEN :from AND :to {group}) h,
                (VALUES ('Active', 1), ('Inactive', -1)) AS s (state, sign)
            """;
    private static final String OF_TENANT = "status.device_counts WHERE tenant_id = :tenant";
    private static final String OF_GROUP =
            "status.group_counts WHERE tenant_id = :tenant AND group_tag = " + DeviceSort.foldedText(":groupTag");

    private final JdbcClient jdbc;

    DeviceCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DeviceTally tally(TenantId tenant, Instant now) {
        return tally(tenant, null, true, now);
    }

    /// Of the group that the filter wants, or of all. Where the filter lets active and inactive devices
    /// through alike, the tally does not tell them apart to the second.
    DeviceTally tally(TenantId tenant, DeviceFilter filter, Instant now) {
        var tellsApart = filter.allows(DeviceState.ACTIVE) != filter.allows(DeviceState.INACTIVE);
        return tally(tenant, filter.groupTag(), tellsApart, now);
    }

    private DeviceTally tally(TenantId tenant, @Nullable String groupTag, boolean tellsApart, Instant now) {
        var counts = jdbc.sql(sql(groupTag != null, tellsApart))
                .params(parameters(tenant, groupTag, now))
                .query((row, _) -> new DeviceTally.Count(
                        DeviceState.named(row.getString("state")).orElseThrow(),
                        row.getString("error"),
                        row.getLong("devices")))
                .list();
        return new DeviceTally(counts);
    }

    private static String sql(boolean ofGroup, boolean tellsApart) {
        var sums = SUMS.replace("{counts}", ofGroup ? OF_GROUP : OF_TENANT);
        return tellsApart ? sums + STILL_ACTIVE.replace("{group}", ofGroup ? DeviceConditions.GROUP_TAG : "") : sums;
    }

    private static Map<String, Object> parameters(TenantId tenant, @Nullable String groupTag, Instant now) {
        var active = StateRange.activeInHourOfChange(now);
        var parameters = new HashMap<String, Object>(Map.of(
                "tenant", tenant.value(),
                "hour", StateRange.hourOfChange(now),
                "from", active.from(),
                "to", active.to()));
        if (groupTag != null) {
            parameters.put("groupTag", StorableText.of(groupTag));
        }
        return parameters;
    }
}

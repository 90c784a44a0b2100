package dev.rollcall.status.batches;

import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many rows of a tenant's batches were registered and how many failed, by the day on which the batch began. Days
/// are those of a zone, however long daylight saving makes them. No batch is looked at: the projection keeps sums by
/// quarters of an hour, and every zone begins its days with one.
@Component
public final class RegistrationDays {
    private static final int DAYS = 14;
    private static final int QUARTER = 15 * 60;
    private static final String SUMS = """
            SELECT width_bucket(quarter, :midnights::bigint[]) AS day,
                coalesce(sum(rows) FILTER (WHERE registered), 0)::bigint AS registered,
                coalesce(sum(rows) FILTER (WHERE NOT registered), 0)::bigint AS failed
            FROM status.outcome_counts
            WHERE tenant_id = :tenant AND quarter >= :first
            GROUP BY 1
            """;

    private final JdbcClient jdbc;

    RegistrationDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Day(LocalDate day, long registered, long failed) {}

    /// The last two weeks up to today, oldest first, with the days on which nothing came.
    public List<Day> upTo(Instant now, ZoneId zone, TenantId tenant) {
        var today = LocalDate.ofInstant(now, zone);
        var days = IntStream.range(0, DAYS)
                .mapToObj(each -> today.minusDays(DAYS - 1L - each))
                .toList();
        var found = found(tenant, days, zone);
        return IntStream.range(0, DAYS)
                .mapToObj(each -> found.getOrDefault(each + 1, new Day(days.get(each), 0, 0)))
                .toList();
    }

    private Map<Integer, Day> found(TenantId tenant, List<LocalDate> days, ZoneId zone) {
        var midnights = days.stream()
                .map(day -> Math.floorDiv(day.atStartOfDay(zone).toEpochSecond(), QUARTER))
                .toArray(Long[]::new);
        var found = new HashMap<Integer, Day>();
        jdbc.sql(SUMS)
                .param("tenant", tenant.value())
                .param("midnights", midnights)
                .param("first", midnights[0])
                .query(row -> {
                    var day = row.getInt("day");
                    found.put(day, new Day(days.get(day - 1), row.getLong("registered"), row.getLong("failed")));
                });
        return found;
    }
}

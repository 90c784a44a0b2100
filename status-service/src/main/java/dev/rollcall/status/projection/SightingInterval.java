package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceSeen;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Leaves out the sightings that tell nearly nothing new, so that a device that is seen all the time costs one write an
/// interval. One is left out only where a sighting counts for the device's present registration already and this one is
/// less than the interval later; the first after a registration never is. They are looked up, all of a poll together,
/// and nothing is locked or written for what is left out.
@Component
final class SightingInterval {
    private static final String KNOWN = """
            SELECT n.place
              FROM unnest(?::text[], ?::uuid[], ?::timestamptz[]) WITH ORDINALITY
                   AS n (tenant_id, device_id, not_since, place)
              JOIN status.devices d ON d.tenant_id = n.tenant_id AND d.device_id = n.device_id
             WHERE d.last_seen_at > n.not_since
            """;

    private final JdbcTemplate jdbc;
    private final Duration interval;

    /// `rollcall.status.sighting-interval`: 0 writes every sighting.
    SightingInterval(JdbcTemplate jdbc, @Value("${rollcall.status.sighting-interval:5m}") Duration interval) {
        this.jdbc = jdbc;
        this.interval = interval;
    }

    List<DeviceSeen> worthWriting(List<DeviceSeen> sightings) {
        if (interval.isZero() || sightings.isEmpty()) {
            return sightings;
        }
        var known = new HashSet<>(jdbc.queryForList(KNOWN, Long.class, columns(sightings)));
        return IntStream.range(0, sightings.size())
                .filter(place -> !known.contains(place + 1L))
                .mapToObj(sightings::get)
                .toList();
    }

    private Object[] columns(List<DeviceSeen> sightings) {
        return Columns.of(sightings)
                .id(DeviceSeen::tenantId)
                .id(DeviceSeen::deviceId)
                .time(seen -> DeviceChanges.micros(seen.seenAt()).minus(interval))
                .arrays();
    }
}

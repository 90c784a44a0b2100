package dev.rollcall.status.devices;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// `rollcall.devices`: how many entries of all lists are in which state, the failed ones by error. Read from the
/// counters and not from the devices, and not when somebody scrapes; the hour in which a device becomes inactive is
/// counted as inactive. Every process tells the same numbers.
@Component
final class DeviceGauges {
    private static final String COUNTS = """
            SELECT CASE
                    WHEN bucket = 0 THEN 'requested'
                    WHEN bucket = 1 THEN 'failed'
                    WHEN bucket = 2 THEN 'ready'
                    WHEN bucket > :hour THEN 'active'
                    ELSE 'inactive'
                END AS state, error, sum(devices) AS devices
            FROM status.device_counts GROUP BY 1, 2
            """;

    private final MultiGauge devices;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    DeviceGauges(MeterRegistry meters, JdbcClient jdbc, InstantSource clock) {
        this.devices = MultiGauge.builder("rollcall.devices").register(meters);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void read() {
        devices.register(
                jdbc.sql(COUNTS)
                        .param("hour", StateRange.hourOfChange(clock.instant()))
                        .query((row, _) -> Row.of(
                                Tags.of("state", row.getString("state"), "error", row.getString("error")),
                                row.getLong("devices")))
                        .list(),
                true);
    }
}

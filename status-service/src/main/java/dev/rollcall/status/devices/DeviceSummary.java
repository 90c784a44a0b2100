package dev.rollcall.status.devices;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.identity.TenantId;
import dev.rollcall.status.batches.RegistrationDays;
import dev.rollcall.status.state.DeviceState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts a tenant's devices by state and its failed ones by error, and what came of its rows day by day.
@Component
final class DeviceSummary {
    private final DeviceCounters counters;
    private final RegistrationDays days;

    DeviceSummary(DeviceCounters counters, RegistrationDays days) {
        this.counters = counters;
        this.days = days;
    }

    /// Every state and every error has its count, be it zero.
    record Counts(long total, Map<String, Long> states, Map<String, Long> errors, List<RegistrationDays.Day> days) {}

    Counts count(TenantId tenant, Instant now, ZoneId zone) {
        var tally = counters.tally(tenant, now);
        var states = new LinkedHashMap<String, Long>();
        for (var state : DeviceState.values()) {
            states.put(state.apiName(), tally.of(state));
        }
        var errors = new LinkedHashMap<String, Long>();
        for (var error : RegistrationError.values()) {
            errors.put(error.wireName(), tally.ofError(error.wireName()));
        }
        var total = states.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(total, states, errors, days.upTo(now, zone, tenant));
    }
}

package dev.rollcall.status.devices;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.identity.TenantId;
import dev.rollcall.status.state.DeviceState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts a tenant's devices by state and its failed ones by error.
@Component
final class DeviceSummary {
    private final DeviceCounters counters;

    DeviceSummary(DeviceCounters counters) {
        this.counters = counters;
    }

    /// Every state and every error has its count, be it zero.
    record Counts(long total, Map<String, Long> states, Map<String, Long> errors) {}

    Counts count(TenantId tenant, Instant now) {
        var tally = counters.tally(tenant, now);
        var states = new LinkedHashMap<String, Long>();
        for (var state : DeviceState.values()) {
            states.put(state.apiName(), tally.of(state));
        }
        var errors = new LinkedHashMap<String, Long>();
        for (var error : RegistrationError.values()) {
            errors.put(error.wireName(), tally.ofError(error.wireName()));
        }
        return new Counts(states.values().stream().mapToLong(Long::longValue).sum(), states, errors);
    }
}

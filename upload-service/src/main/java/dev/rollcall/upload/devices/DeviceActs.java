package dev.rollcall.upload.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.DeviceId;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/// Has what a call asks taken, counted and answered.
@Component
final class DeviceActs {
    private final DeviceDesk desk;
    private final DeviceMetrics metrics;

    DeviceActs(DeviceDesk desk, DeviceMetrics metrics) {
        this.desk = desk;
        this.metrics = metrics;
    }

    ResponseEntity<?> forOne(DeviceAct act, UUID device, Caller.Tenant tenant, JwtAuthenticationToken token) {
        return DeviceAnswer.ofOne(take(act, Set.of(new DeviceId(device)), tenant, token));
    }

    ResponseEntity<?> forMany(
            DeviceAct act, Set<DeviceId> devices, Caller.Tenant tenant, JwtAuthenticationToken token) {
        return DeviceAnswer.ofMany(take(act, devices, tenant, token));
    }

    private DeviceOutcome take(
            DeviceAct act, Set<DeviceId> devices, Caller.Tenant tenant, JwtAuthenticationToken token) {
        var outcome = desk.take(act, devices, tenant, token.getToken().getTokenValue());
        metrics.count(act, outcome);
        return outcome;
    }
}

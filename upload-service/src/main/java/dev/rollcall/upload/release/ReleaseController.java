package dev.rollcall.upload.release;

import dev.rollcall.access.Caller;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.Topics;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.web.Problems;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE /v1/devices/{deviceId}`: a tenant gives a device up, or no longer wants to see a failed
/// entry. Refused while a registration of the device is under way, so that a release never
/// overtakes one on the other lane.
@RestController
class ReleaseController {
    private final DeviceLookup devices;
    private final EventPublisher events;
    private final Topics topics;
    private final InstantSource clock;

    ReleaseController(
            DeviceLookup devices,
            EventPublisher events,
            @Qualifier("uploadTopics") Topics topics,
            InstantSource clock) {
        this.devices = devices;
        this.events = events;
        this.topics = topics;
        this.clock = clock;
    }

    record ReleaseAnswer(RequestId requestId) {}

    @DeleteMapping(path = "/v1/devices/{deviceId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> delete(Caller.Tenant tenant, @PathVariable UUID deviceId, JwtAuthenticationToken token) {
        var device = new DeviceId(deviceId);
        return switch (devices.standing(device, token.getToken().getTokenValue())) {
            case ABSENT -> Problems.answer(Problems.of(HttpStatus.NOT_FOUND));
            case PENDING -> pending();
            case UNKNOWN -> Problems.unavailable();
            case SETTLED -> release(device, tenant);
        };
    }

    private ResponseEntity<?> release(DeviceId device, Caller.Tenant tenant) {
        var request = new RequestId(UUID.randomUUID());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var release = new ReleaseRequested(device, request, tenant.id(), tenant.subject(), now);
        return switch (events.publish(topics.registrationRequests(), release)) {
            case ACKNOWLEDGED -> ResponseEntity.accepted().body(new ReleaseAnswer(request));
            case FAILED -> Problems.unavailable();
        };
    }

    private static ResponseEntity<ProblemDetail> pending() {
        var problem = Problems.of(HttpStatus.CONFLICT, "registration-pending", "The registration is not done yet");
        problem.setDetail("A device whose registration is pending can't be removed. Try again when it has an outcome.");
        return Problems.answer(problem);
    }
}

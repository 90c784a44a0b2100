package dev.rollcall.upload.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.upload.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE /v1/devices/{deviceId}` and `POST /v1/devices:release`: a tenant gives devices up, or no longer wants to see
/// failed entries. Refused for a device that has a request under way, so that a release never overtakes one on the
/// other lane.
@RestController
class ReleaseController {
    private static final Release RELEASE = new Release();

    private final DeviceActs acts;

    ReleaseController(DeviceActs acts) {
        this.acts = acts;
    }

    @DeleteMapping(path = "/v1/devices/{deviceId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> delete(Caller.Tenant tenant, @PathVariable UUID deviceId, JwtAuthenticationToken token) {
        return acts.forOne(RELEASE, deviceId, tenant, token);
    }

    @PostMapping(
            path = "/v1/devices:release",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(Caller.Tenant tenant, InputStream body, JwtAuthenticationToken token) throws IOException {
        return switch (DeviceList.read(body)) {
            case DeviceList.TooLarge tooLarge -> tooLarge.answer();
            case DeviceList.Malformed(var detail) -> malformed(detail);
            case DeviceList.Valid list -> acts.forMany(RELEASE, list.devices(), tenant, token);
        };
    }

    private static ResponseEntity<ProblemDetail> malformed(String detail) {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "malformed-release", "The list of devices is malformed");
        problem.setDetail(detail);
        return Problems.answer(problem);
    }
}

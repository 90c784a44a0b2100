package dev.rollcall.upload.release;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.upload.reading.Limit;
import dev.rollcall.upload.release.ReleaseOutcome.Decided;
import dev.rollcall.upload.release.ReleaseOutcome.Unavailable;
import dev.rollcall.upload.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
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
    private static final int MAX_BYTES = 128 << 10;

    private final ReleaseDesk desk;
    private final ReleaseMetrics metrics;

    ReleaseController(ReleaseDesk desk, ReleaseMetrics metrics) {
        this.desk = desk;
        this.metrics = metrics;
    }

    @DeleteMapping(path = "/v1/devices/{deviceId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> delete(Caller.Tenant tenant, @PathVariable UUID deviceId, JwtAuthenticationToken token) {
        return switch (release(Set.of(new DeviceId(deviceId)), tenant, token)) {
            case Decided decided -> ReleaseAnswer.ofOne(decided);
            case Unavailable _ -> Problems.unavailable();
        };
    }

    @PostMapping(
            path = "/v1/devices:release",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(Caller.Tenant tenant, InputStream body, JwtAuthenticationToken token) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return tooLarge();
        }
        return switch (ReleaseList.read(bytes)) {
            case ReleaseList.Invalid(var detail) -> malformed(detail);
            case ReleaseList.Valid(var devices) -> answer(release(devices, tenant, token));
        };
    }

    private ReleaseOutcome release(Set<DeviceId> devices, Caller.Tenant tenant, JwtAuthenticationToken token) {
        var outcome = desk.release(devices, tenant, token.getToken().getTokenValue());
        metrics.count(outcome);
        return outcome;
    }

    private static ResponseEntity<?> answer(ReleaseOutcome outcome) {
        return switch (outcome) {
            case Decided decided -> ReleaseAnswer.ofMany(decided);
            case Unavailable _ -> Problems.unavailable();
        };
    }

    private static ResponseEntity<ProblemDetail> malformed(String detail) {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "malformed-release", "The list of devices is malformed");
        problem.setDetail(detail);
        return Problems.answer(problem);
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        var problem = Problems.of(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", "The list of devices is too large");
        problem.setDetail("The body has at most " + MAX_BYTES + " bytes.");
        problem.setProperty("limit", Limit.bytes(MAX_BYTES));
        return Problems.answer(problem);
    }
}

package dev.rollcall.upload.activity;

import dev.rollcall.access.Caller;
import dev.rollcall.upload.reading.Limit;
import dev.rollcall.upload.web.Problems;
import dev.rollcall.upload.web.UploadMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `POST /v1/device-activity`: a management system reports which devices it saw in use. All of a report is taken, or
/// nothing; whether the devices are the tenant's is for the readers of the topic to know.
@RestController
class ActivityController {
    private final JsonMapper json = JsonMapper.builder().build();
    private final SightingPublisher publisher;
    private final InstantSource clock;
    private final ActivityProperties limits;
    private final UploadMetrics metrics;

    ActivityController(
            SightingPublisher publisher, InstantSource clock, ActivityProperties limits, UploadMetrics metrics) {
        this.publisher = publisher;
        this.clock = clock;
        this.limits = limits;
        this.metrics = metrics;
    }

    record ActivityAnswer(int accepted) {}

    @PostMapping(
            path = "/v1/device-activity",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(Caller.Tenant tenant, InputStream body) {
        var now = clock.instant();
        try {
            var bytes = body.readNBytes(Math.toIntExact(limits.maxBytes().toBytes()) + 1);
            return bytes.length > limits.maxBytes().toBytes()
                    ? refused(tooLarge())
                    : answer(read(bytes, now), tenant, now);
        } catch (IOException _) {
            return refused(invalid(Report.refused("the body broke off")));
        }
    }

    private Report read(byte[] body, Instant now) {
        try {
            var reader = new SightingReader(now.plus(limits.maxAhead()));
            return Report.of(json.readTree(body), reader, limits.maxEvents());
        } catch (JacksonException _) {
            return Report.refused("the JSON is malformed");
        }
    }

    private ResponseEntity<?> answer(Report report, Caller.Tenant tenant, Instant now) {
        return report.problems().isEmpty() ? publish(report, tenant, now) : refused(invalid(report));
    }

    private ResponseEntity<?> publish(Report report, Caller.Tenant tenant, Instant now) {
        return switch (publisher.publish(report.newest(), tenant.id(), now)) {
            case ACKNOWLEDGED -> {
                metrics.count("activity", "accepted", report.accepted());
                yield ResponseEntity.accepted().body(new ActivityAnswer(report.accepted()));
            }
            case FAILED -> {
                metrics.count("activity", "unavailable", 0);
                yield Problems.unavailable();
            }
        };
    }

    private ResponseEntity<ProblemDetail> refused(ResponseEntity<ProblemDetail> answer) {
        metrics.count("activity", "refused", 0);
        return answer;
    }

    private static ResponseEntity<ProblemDetail> invalid(Report report) {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "invalid-activity", "The report can't be taken");
        problem.setDetail("Nothing was published. The line of an error is the event's place, counted from 1.");
        return Problems.answer(problem, report.problems());
    }

    private ResponseEntity<ProblemDetail> tooLarge() {
        var problem = Problems.of(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", "The report is too large");
        problem.setDetail("A report has at most " + limits.maxBytes().toBytes() + " bytes.");
        problem.setProperty("limit", Limit.bytes(limits.maxBytes().toBytes()));
        return Problems.answer(problem);
    }
}

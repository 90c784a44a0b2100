package dev.rollcall.upload.batch;

import dev.rollcall.access.Caller;
import dev.rollcall.upload.batch.BatchOutcome.Accepted;
import dev.rollcall.upload.batch.BatchOutcome.Checked;
import dev.rollcall.upload.batch.BatchOutcome.KeyInUse;
import dev.rollcall.upload.batch.BatchOutcome.KeyReused;
import dev.rollcall.upload.batch.BatchOutcome.Refused;
import dev.rollcall.upload.batch.BatchOutcome.Unavailable;
import dev.rollcall.upload.spool.RequestBody;
import dev.rollcall.upload.spool.Spools;
import dev.rollcall.upload.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /v1/batches`: takes the devices of a tenant, in any of the forms of an upload.
@RestController
class BatchController {
    private final Spools spools;
    private final BatchIntake intake;
    private final BatchMetrics metrics;

    BatchController(Spools spools, BatchIntake intake, BatchMetrics metrics) {
        this.spools = spools;
        this.intake = intake;
        this.metrics = metrics;
    }

    @PostMapping(
            path = "/v1/batches",
            consumes = {
                MediaType.MULTIPART_FORM_DATA_VALUE,
                MediaType.APPLICATION_JSON_VALUE,
                RequestBody.CSV,
                RequestBody.ZIP,
                RequestBody.WINDOWS_ZIP
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(
            Caller.Tenant tenant,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String keyHeader,
            HttpServletRequest request)
            throws IOException {
        if (dryRun) {
            return answer(check(request));
        }
        var key = keyHeader == null
                ? IdempotencyKey.random()
                : IdempotencyKey.of(keyHeader).orElse(null);
        return key == null ? malformedKey() : answer(submit(request, tenant, key));
    }

    private BatchOutcome check(HttpServletRequest request) throws IOException {
        try (var spool = spools.open()) {
            return intake.check(RequestBody.receive(request, spool));
        }
    }

    private BatchOutcome submit(HttpServletRequest request, Caller.Tenant tenant, IdempotencyKey key)
            throws IOException {
        var sender = new Sender(tenant.id(), tenant.id().value(), tenant.subject());
        try (var spool = spools.open()) {
            return intake.submit(RequestBody.receive(request, spool), sender, key);
        }
    }

    private ResponseEntity<?> answer(BatchOutcome outcome) {
        metrics.count(outcome);
        return switch (outcome) {
            case Accepted accepted -> accepted(accepted);
            case Checked checked -> ResponseEntity.ok(BatchAnswer.of(checked));
            case Refused(var refusal) -> Problems.answer(refusal);
            case KeyReused _ -> keyReused();
            case KeyInUse _ -> keyInUse();
            case Unavailable _ -> Problems.unavailable();
        };
    }

    private static ResponseEntity<BatchAnswer> accepted(Accepted accepted) {
        var answer = ResponseEntity.accepted().location(URI.create(BatchAnswer.location(accepted.batchId())));
        if (accepted.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(BatchAnswer.of(accepted));
    }

    private static ResponseEntity<ProblemDetail> malformedKey() {
        var problem =
                Problems.of(HttpStatus.BAD_REQUEST, "malformed-idempotency-key", "The idempotency key is malformed");
        problem.setDetail("An Idempotency-Key has 1 to 255 printable ASCII characters.");
        return Problems.answer(problem);
    }

    private static ResponseEntity<ProblemDetail> keyReused() {
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", "The idempotency key was used before");
        problem.setDetail("Another upload was sent with this Idempotency-Key. Send this one with a key of its own.");
        return Problems.answer(problem);
    }

    private static ResponseEntity<ProblemDetail> keyInUse() {
        var problem = Problems.of(HttpStatus.CONFLICT, "idempotency-key-in-use", "The same upload is still at work");
        problem.setDetail("An upload with this Idempotency-Key has not ended yet. Ask again in a while.");
        return Problems.answer(problem);
    }
}

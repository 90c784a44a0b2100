package dev.rollcall.upload.batch;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.upload.batch.BatchOutcome.Accepted;
import dev.rollcall.upload.batch.BatchOutcome.Checked;
import dev.rollcall.upload.batch.BatchOutcome.KeyInUse;
import dev.rollcall.upload.batch.BatchOutcome.KeyReused;
import dev.rollcall.upload.batch.BatchOutcome.NotAllowed;
import dev.rollcall.upload.batch.BatchOutcome.Refused;
import dev.rollcall.upload.batch.BatchOutcome.Unavailable;
import dev.rollcall.upload.relationships.RelationshipProblems;
import dev.rollcall.upload.relationships.policy.Standing;
import dev.rollcall.upload.spool.RequestBody;
import dev.rollcall.upload.spool.Spools;
import dev.rollcall.upload.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /v1/batches` takes the devices of a tenant, `POST /v1/customers/{tenantId}/batches` those that a partner
/// registers for one, in any of the forms of an upload. Whether the sender may is asked before the body is read.
@RestController
@RequestMapping(
        consumes = {
            MediaType.MULTIPART_FORM_DATA_VALUE,
            MediaType.APPLICATION_JSON_VALUE,
            RequestBody.CSV,
            RequestBody.ZIP,
            RequestBody.WINDOWS_ZIP
        },
        produces = MediaType.APPLICATION_JSON_VALUE)
class BatchController {
    private final Spools spools;
    private final Mandates mandates;
    private final BatchIntake intake;
    private final BatchMetrics metrics;

    BatchController(Spools spools, Mandates mandates, BatchIntake intake, BatchMetrics metrics) {
        this.spools = spools;
        this.mandates = mandates;
        this.intake = intake;
        this.metrics = metrics;
    }

    @PostMapping("/v1/batches")
    ResponseEntity<?> post(
            Caller.Tenant tenant,
            RequestId callId,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        return receive(Sender.of(tenant, callId), new Wish(tenant, dryRun, key), request);
    }

    @PostMapping("/v1/customers/{tenantId}/batches")
    ResponseEntity<?> post(
            Caller.Partner partner,
            @PathVariable String tenantId,
            RequestId callId,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var customer = customer(tenantId);
        return customer.isEmpty()
                ? answer(new NotAllowed(new Standing.NeverAsked()))
                : receive(Sender.of(partner, customer.get(), callId), new Wish(partner, dryRun, key), request);
    }

    /// Who calls, and what for, beside the body.
    private record Wish(
            Caller caller, boolean dryRun, @Nullable String keyHeader) {
        Optional<IdempotencyKey> key() {
            return keyHeader == null ? Optional.of(IdempotencyKey.random()) : IdempotencyKey.of(keyHeader);
        }
    }

    /// A name that no tenant can have is as good as that of a tenant that was never asked.
    private static Optional<TenantId> customer(String name) {
        try {
            return Optional.of(new TenantId(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private ResponseEntity<?> receive(Sender sender, Wish wish, HttpServletRequest request) throws IOException {
        if (mandates.standing(sender) instanceof Standing.NotAccepted refusal) {
            return answer(new NotAllowed(refusal));
        }
        if (wish.dryRun()) {
            return answer(check(request, wish));
        }
        var key = wish.key();
        return key.isEmpty() ? BatchProblems.malformedKey() : answer(submit(request, sender, wish, key.get()));
    }

    private BatchOutcome check(HttpServletRequest request, Wish wish) throws IOException {
        try (var spool = spools.open(wish.caller())) {
            return intake.check(RequestBody.receive(request, spool));
        }
    }

    private BatchOutcome submit(HttpServletRequest request, Sender sender, Wish wish, IdempotencyKey key)
            throws IOException {
        try (var spool = spools.open(wish.caller())) {
            return intake.submit(RequestBody.receive(request, spool), sender, key);
        }
    }

    private ResponseEntity<?> answer(BatchOutcome outcome) {
        metrics.count(outcome);
        return switch (outcome) {
            case Accepted accepted -> accepted(accepted);
            case Checked checked -> ResponseEntity.ok(BatchAnswer.of(checked));
            case Refused(var refusal) -> Problems.answer(refusal);
            case NotAllowed(var standing) -> RelationshipProblems.noneAccepted(standing);
            case KeyReused _ -> BatchProblems.keyReused();
            case KeyInUse _ -> BatchProblems.keyInUse();
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
}

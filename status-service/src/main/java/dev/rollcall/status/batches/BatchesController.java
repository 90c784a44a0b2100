package dev.rollcall.status.batches;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.BatchId;
import dev.rollcall.status.paging.PageRequest;
import dev.rollcall.status.web.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /v1/batches…`: the uploads of a tenant, or of the partner that posted them, and how far each is.
@RestController
@RequestMapping(path = "/v1/batches", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchesController {
    private final BatchList batches;

    BatchesController(BatchList batches) {
        this.batches = batches;
    }

    @GetMapping
    ResponseEntity<?> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var owner = BatchOwner.of(caller);
        return switch (PageRequest.read(limit, cursor, BatchList.fingerprint(owner), BatchList::fits)) {
            case PageRequest.Reading.Valid(var page) -> ResponseEntity.ok(batches.page(owner, page));
            case PageRequest.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }

    @GetMapping("/{batchId}")
    ResponseEntity<?> batch(Caller caller, @PathVariable UUID batchId) {
        var batch = batches.find(BatchOwner.of(caller), new BatchId(batchId));
        return batch.isPresent() ? ResponseEntity.ok(batch.get()) : Problem.notFound("batch");
    }
}

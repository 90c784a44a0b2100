package dev.rollcall.status.catalog;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.CatalogBatchId;
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

/// `GET /v1/device-catalog/batches…`: what a supplier posted, how far it is, and which rows were refused.
@RestController
@RequestMapping(path = "/v1/device-catalog/batches", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogBatchesController {
    private final CatalogBatchList batches;
    private final ConflictList conflicts;

    CatalogBatchesController(CatalogBatchList batches, ConflictList conflicts) {
        this.batches = batches;
        this.conflicts = conflicts;
    }

    @GetMapping
    ResponseEntity<?> list(
            Caller.Supplier caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var query = CatalogBatchList.fingerprint(caller.id());
        return switch (PageRequest.read(limit, cursor, query, CatalogBatchList::fits)) {
            case PageRequest.Reading.Valid(var page) -> ResponseEntity.ok(batches.page(caller.id(), page));
            case PageRequest.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }

    @GetMapping("/{batchId}")
    ResponseEntity<?> batch(Caller.Supplier caller, @PathVariable UUID batchId) {
        var batch = batches.find(caller.id(), new CatalogBatchId(batchId));
        return batch.isPresent() ? ResponseEntity.ok(batch.get()) : Problem.notFound("batch");
    }

    @GetMapping("/{batchId}/conflicts")
    ResponseEntity<?> conflicts(
            Caller.Supplier caller,
            @PathVariable UUID batchId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var batch = new CatalogBatchId(batchId);
        if (batches.find(caller.id(), batch).isEmpty()) {
            return Problem.notFound("batch");
        }
        var query = ConflictList.fingerprint(caller.id(), batch);
        return switch (PageRequest.read(limit, cursor, query, ConflictList::fits)) {
            case PageRequest.Reading.Valid(var page) -> ResponseEntity.ok(conflicts.page(caller.id(), batch, page));
            case PageRequest.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }
}

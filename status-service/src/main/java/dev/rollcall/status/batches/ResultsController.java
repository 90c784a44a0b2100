package dev.rollcall.status.batches;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.BatchId;
import dev.rollcall.status.csv.CsvTable;
import dev.rollcall.status.csv.Representation;
import dev.rollcall.status.paging.InvalidParameter;
import dev.rollcall.status.paging.PageRequest;
import dev.rollcall.status.state.Labels;
import dev.rollcall.status.web.Problem;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// `GET /v1/batches/{batchId}/results`: what became of each row, as pages of JSON or as one CSV.
@RestController
@RequestMapping(
        path = "/v1/batches/{batchId}/results",
        produces = {MediaType.APPLICATION_JSON_VALUE, Representation.CSV_TYPE})
class ResultsController {
    private final BatchList batches;
    private final ResultList results;
    private final RejectedRows rejectedRows;
    private final ResultExport export;

    ResultsController(BatchList batches, ResultList results, RejectedRows rejectedRows, ResultExport export) {
        this.batches = batches;
        this.results = results;
        this.rejectedRows = rejectedRows;
        this.export = export;
    }

    @GetMapping
    @Nullable
    ResponseEntity<?> results(Caller caller, Labels labels, @PathVariable UUID batchId, ServletWebRequest call)
            throws IOException {
        var owner = BatchOwner.of(caller);
        var batch = new BatchId(batchId);
        if (batches.find(owner, batch).isEmpty()) {
            return Problem.notFound("batch");
        }
        var outcomes = OutcomeFilter.read(call.getParameterValues("outcome"));
        if (outcomes.isEmpty()) {
            return Problem.invalid(new InvalidParameter("outcome", "There is no such outcome."));
        }
        var query = new ResultQuery(owner, batch, outcomes.get(), 0);
        return switch (Representation.preferredBy(call.getHeader(HttpHeaders.ACCEPT))) {
            case CSV -> csv(query, labels, call);
            case JSON -> page(query, labels, call);
        };
    }

    private ResponseEntity<?> page(ResultQuery query, Labels labels, ServletWebRequest call) {
        var reading = PageRequest.read(
                call.getParameter("limit"), call.getParameter("cursor"), query.fingerprint(), ResultList::fits);
        return switch (reading) {
            case PageRequest.Reading.Valid(var page) -> ResponseEntity.ok(results.page(query, page, labels));
            case PageRequest.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }

    /// Null: the answer is on its way, row by row.
    private @Nullable ResponseEntity<?> csv(ResultQuery query, Labels labels, ServletWebRequest call)
            throws IOException {
        rejectedRows.await(query);
        var response = Objects.requireNonNull(call.getResponse());
        export.write(query, labels, CsvTable.answer(response, "batch-" + query.batch() + ".csv", ResultExport.HEADER));
        return null;
    }
}

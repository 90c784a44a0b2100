package dev.rollcall.upload.catalog;

import dev.rollcall.access.Caller;
import dev.rollcall.events.CatalogAction;
import dev.rollcall.upload.catalog.CatalogOutcome.Accepted;
import dev.rollcall.upload.catalog.CatalogOutcome.Refused;
import dev.rollcall.upload.catalog.CatalogOutcome.Unavailable;
import dev.rollcall.upload.spool.RequestBody;
import dev.rollcall.upload.spool.Spools;
import dev.rollcall.upload.web.Problems;
import dev.rollcall.upload.web.UploadMetrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /v1/device-catalog`: a supplier lists devices, or with `?action=delist` takes them off the list.
@RestController
class CatalogController {
    private final Spools spools;
    private final CatalogIntake intake;
    private final UploadMetrics metrics;

    CatalogController(Spools spools, CatalogIntake intake, UploadMetrics metrics) {
        this.spools = spools;
        this.intake = intake;
        this.metrics = metrics;
    }

    @PostMapping(
            path = "/v1/device-catalog",
            consumes = {
                MediaType.MULTIPART_FORM_DATA_VALUE,
                MediaType.APPLICATION_JSON_VALUE,
                RequestBody.CSV,
                RequestBody.ZIP,
                RequestBody.WINDOWS_ZIP
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(
            Caller.Supplier supplier, @RequestParam(defaultValue = "list") String action, HttpServletRequest request)
            throws IOException {
        var known = action(action);
        if (known.isEmpty()) {
            return unknownAction();
        }
        try (var spool = spools.open(supplier)) {
            return answer(intake.submit(RequestBody.receive(request, spool), known.get(), supplier));
        }
    }

    private ResponseEntity<?> answer(CatalogOutcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> {
                metrics.count("catalog", "accepted", accepted.rowCount());
                yield accepted(accepted);
            }
            case Refused(var refusal) -> {
                metrics.countRefused("catalog", refusal);
                yield Problems.answer(refusal);
            }
            case Unavailable _ -> {
                metrics.count("catalog", "unavailable", 0);
                yield Problems.unavailable();
            }
        };
    }

    private static ResponseEntity<CatalogAnswer> accepted(Accepted accepted) {
        return ResponseEntity.accepted()
                .location(URI.create(CatalogAnswer.location(accepted.batchId())))
                .body(CatalogAnswer.of(accepted));
    }

    private static Optional<CatalogAction> action(String parameter) {
        return Arrays.stream(CatalogAction.values())
                .filter(action -> action.wireName().equals(parameter))
                .findFirst();
    }

    private static ResponseEntity<ProblemDetail> unknownAction() {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "unknown-action", "The action is unknown");
        problem.setDetail("The parameter \"action\" is \"list\", which is the default, or \"delist\".");
        return Problems.answer(problem);
    }
}

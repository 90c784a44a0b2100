package dev.rollcall.status.audit;

import dev.rollcall.access.Caller;
import dev.rollcall.status.paging.PageRequest;
import dev.rollcall.status.web.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /v1/audit`: who did what to the tenant's devices and relationships, partners included.
@RestController
class AuditController {
    private final AuditList audit;

    AuditController(AuditList audit) {
        this.audit = audit;
    }

    @GetMapping(path = "/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> audit(Caller.Tenant caller, @RequestParam MultiValueMap<String, String> parameters) {
        return switch (AuditFilter.read(parameters)) {
            case AuditFilter.Reading.Valid(var filter) -> page(new AuditQuery(caller.id(), filter), parameters);
            case AuditFilter.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }

    private ResponseEntity<?> page(AuditQuery query, MultiValueMap<String, String> parameters) {
        var reading = PageRequest.read(
                parameters.getFirst("limit"), parameters.getFirst("cursor"), query.fingerprint(), AuditList::fits);
        return switch (reading) {
            case PageRequest.Reading.Valid(var page) -> ResponseEntity.ok(audit.page(query, page));
            case PageRequest.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }
}

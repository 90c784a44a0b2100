package dev.rollcall.status.requests;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.RequestId;
import dev.rollcall.status.state.Labels;
import dev.rollcall.status.web.Problem;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /v1/requests/{requestId}`: everything known of one request, for support.
@RestController
class RequestsController {
    private final RequestLookup requests;

    RequestsController(RequestLookup requests) {
        this.requests = requests;
    }

    @GetMapping(path = "/v1/requests/{requestId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> request(Caller caller, Labels labels, @PathVariable UUID requestId) {
        var request = requests.find(new RequestId(requestId), caller, labels);
        return request.isPresent() ? ResponseEntity.ok(request.get()) : Problem.notFound("request");
    }
}

package dev.rollcall.upload.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.events.DeliveryStep;
import dev.rollcall.upload.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// `PUT /v1/devices/{deviceId}/delivery/{step}` and `POST /v1/devices:confirm-delivery`: an admin confirms a step of
/// the checklist. Confirming again is harmless: readers keep who and when of the first time.
@RestController
class DeliveryController {
    private static final String STEPS =
            Arrays.stream(DeliveryStep.values()).map(DeliveryStep::wireName).collect(Collectors.joining(", "));

    private final DeviceActs acts;

    DeliveryController(DeviceActs acts) {
        this.acts = acts;
    }

    @PutMapping(path = "/v1/devices/{deviceId}/delivery/{step}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> put(
            Caller.Tenant tenant,
            @PathVariable UUID deviceId,
            @PathVariable String step,
            JwtAuthenticationToken token) {
        var known = DeliveryStep.named(step);
        return known.isPresent()
                ? acts.forOne(new Confirmation(known.get()), deviceId, tenant, token)
                : Problems.answer(Problems.of(HttpStatus.NOT_FOUND));
    }

    @PostMapping(
            path = "/v1/devices:confirm-delivery",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(Caller.Tenant tenant, InputStream body, JwtAuthenticationToken token) throws IOException {
        return switch (DeviceList.read(body)) {
            case DeviceList.TooLarge tooLarge -> tooLarge.answer();
            case DeviceList.Malformed(var detail) -> malformed(detail);
            case DeviceList.Valid list -> confirm(list, tenant, token);
        };
    }

    private ResponseEntity<?> confirm(DeviceList.Valid list, Caller.Tenant tenant, JwtAuthenticationToken token) {
        var step = DeliveryStep.named(list.word("step"));
        return step.isPresent()
                ? acts.forMany(new Confirmation(step.get()), list.devices(), tenant, token)
                : malformed("\"step\" must be one of " + STEPS + ".");
    }

    private static ResponseEntity<ProblemDetail> malformed(String detail) {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "malformed-confirmation", "The confirmation is malformed");
        problem.setDetail(detail);
        return Problems.answer(problem);
    }
}

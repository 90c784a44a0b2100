package dev.rollcall.status.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.status.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /v1/devices:standing`: what is under way for some devices of a tenant. It changes nothing,
/// and is a POST for the length of the question. Whoever may register or release devices may ask it.
@RestController
class StandingsController {
    private final DeviceStandings standings;

    StandingsController(DeviceStandings standings) {
        this.standings = standings;
    }

    /// Devices that are not in the tenant's list are left out.
    record Standings(List<DeviceStandings.Standing> items) {}

    @PostMapping(
            path = "/v1/devices:standing",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> standings(Caller.Tenant caller, InputStream body) throws IOException {
        return switch (StandingQuestion.read(body)) {
            case StandingQuestion.Reading.Valid(var question) ->
                ResponseEntity.ok(new Standings(standings.find(caller.id(), question.devices())));
            case StandingQuestion.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }
}

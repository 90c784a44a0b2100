package dev.rollcall.status.devices;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.status.csv.CsvTable;
import dev.rollcall.status.csv.Representation;
import dev.rollcall.status.state.Labels;
import dev.rollcall.status.web.Places;
import dev.rollcall.status.web.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// `GET /v1/devices…`: what a tenant sees of its devices, true at the instant of the question.
@RestController
@RequestMapping(path = "/v1/devices", produces = MediaType.APPLICATION_JSON_VALUE)
class DevicesController {
    /// More than a usual page has, so that it is written at once.
    private static final int PAGE_BYTES = 64 * 1024;

    /// Each holds a connection until its caller has read the last row.
    private static final int EXPORTS = 4;

    private final DeviceList list;
    private final DeviceExport export;
    private final Places exports = new Places(1, EXPORTS);
    private final DeviceDossier dossiers;
    private final DeviceSummary summary;
    private final InstantSource clock;

    DevicesController(
            DeviceList list, DeviceExport export, DeviceDossier dossiers, DeviceSummary summary, InstantSource clock) {
        this.list = list;
        this.export = export;
        this.dossiers = dossiers;
        this.summary = summary;
        this.clock = clock;
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Representation.CSV_TYPE})
    @Nullable
    ResponseEntity<?> list(
            Caller.Tenant caller,
            Labels labels,
            @RequestParam MultiValueMap<String, String> parameters,
            ServletWebRequest call)
            throws IOException {
        return switch (DeviceQuery.read(caller.id(), parameters)) {
            case DeviceQuery.Reading.Valid(var query) ->
                switch (Representation.preferredBy(call.getHeader(HttpHeaders.ACCEPT))) {
                    case JSON -> page(query, parameters, labels, call);
                    case CSV -> csv(query, labels, call);
                };
            case DeviceQuery.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }

    private ResponseEntity<?> page(
            DeviceQuery query, MultiValueMap<String, String> parameters, Labels labels, ServletWebRequest call) {
        return switch (SummaryQuery.read(parameters.getFirst("summary"), parameters.getFirst("zone"))) {
            case SummaryQuery.Reading.Valid(var beside) -> {
                Objects.requireNonNull(call.getResponse()).setBufferSize(PAGE_BYTES);
                yield ResponseEntity.ok(page(query, beside, labels));
            }
            case SummaryQuery.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }

    private DevicePage page(DeviceQuery query, SummaryQuery beside, Labels labels) {
        var now = now();
        var counts = beside.isWanted() ? summary.count(query.tenant(), now, beside.zone()) : null;
        return DevicePage.of(list.page(query, now, labels), counts);
    }

    /// Null: the answer is on its way, row by row.
    private @Nullable ResponseEntity<?> csv(DeviceQuery query, Labels labels, ServletWebRequest call)
            throws IOException {
        var taken = exports.take(query.tenant().value());
        if (taken.isEmpty()) {
            return Places.noneLeft(Problem.answer(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-exports",
                    "The limit is one export of an organization at a time, and " + EXPORTS + " of all."));
        }
        try (var _ = taken.get()) {
            var response = Objects.requireNonNull(call.getResponse());
            export.write(query, now(), labels, CsvTable.answer(response, "devices.csv", DeviceExport.HEADER));
        }
        return null;
    }

    @GetMapping("/{deviceId}")
    ResponseEntity<?> device(Caller.Tenant caller, Labels labels, @PathVariable UUID deviceId) {
        var dossier = dossiers.find(caller.id(), new DeviceId(deviceId), now(), labels);
        return dossier.isPresent() ? ResponseEntity.ok(dossier.get()) : Problem.notFound("device");
    }

    @GetMapping("/summary")
    ResponseEntity<?> summary(Caller.Tenant caller, @RequestParam(required = false) @Nullable String zone) {
        return switch (SummaryQuery.read(null, zone)) {
            case SummaryQuery.Reading.Valid(var query) ->
                ResponseEntity.ok(summary.count(caller.id(), now(), query.zone()));
            case SummaryQuery.Reading.Invalid(var problem) -> Problem.invalid(problem);
        };
    }

    /// In the precision of the tables, so that rules and queries draw the same line.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

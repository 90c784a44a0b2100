package dev.rollcall.upload.relationships;

import dev.rollcall.access.Caller;
import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.upload.relationships.RelationshipQuery.Reading.Invalid;
import dev.rollcall.upload.relationships.RelationshipQuery.Reading.Valid;
import dev.rollcall.upload.relationships.policy.RelationshipPolicy;
import dev.rollcall.upload.relationships.policy.Verdict;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/partner-relationships`: a partner asks, the customer accepts, either side ends, and both look.
@RestController
@RequestMapping(path = RelationshipController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class RelationshipController {
    static final String PATH = "/v1/partner-relationships";

    private final Relationships relationships;
    private final RelationshipList list;
    private final RelationshipRelay relay;
    private final InstantSource clock;

    RelationshipController(
            Relationships relationships, RelationshipList list, RelationshipRelay relay, InstantSource clock) {
        this.relationships = relationships;
        this.list = list;
        this.relay = relay;
        this.clock = clock;
    }

    record Ask(@Nullable String customer) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> ask(Caller.Partner partner, RequestId callId, @RequestBody Ask ask) {
        var customer = tenant(ask.customer());
        if (customer.isEmpty()) {
            return RelationshipProblems.unknownForm();
        }
        var wanted = new RelationshipRequested(
                new RelationshipId(UUID.randomUUID()), partner.id(), customer.get(), step(Actor.of(partner), callId));
        return relationships
                .ask(wanted)
                .<ResponseEntity<?>>map(RelationshipProblems::existsAlready)
                .orElseGet(() -> created(wanted));
    }

    @PostMapping("/{id}:accept")
    ResponseEntity<?> accept(Caller caller, RequestId callId, @PathVariable UUID id) {
        return change(caller, callId, id, RelationshipPolicy::accept);
    }

    @PostMapping("/{id}:end")
    ResponseEntity<?> end(Caller caller, RequestId callId, @PathVariable UUID id) {
        return change(caller, callId, id, RelationshipPolicy::end);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable UUID id) {
        return relationships
                .find(new RelationshipId(id), Actor.of(caller))
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(RelationshipView.of(found)))
                .orElseGet(RelationshipProblems::notFound);
    }

    @GetMapping
    ResponseEntity<?> all(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return switch (RelationshipQuery.read(status, limit, cursor)) {
            case Invalid(var detail) -> RelationshipProblems.invalidParameter(detail);
            case Valid(var query) -> ResponseEntity.ok(list.read(Actor.of(caller), query));
        };
    }

    private ResponseEntity<?> change(
            Caller caller, RequestId callId, UUID id, BiFunction<RelationshipChange, RelationshipStep, Verdict> rule) {
        var actor = Actor.of(caller);
        var step = step(actor, callId);
        return relationships
                .change(new RelationshipId(id), actor, now -> rule.apply(now, step))
                .<ResponseEntity<?>>map(this::answer)
                .orElseGet(RelationshipProblems::notFound);
    }

    private ResponseEntity<?> answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Changed(var next) -> {
                relay.wake();
                yield ResponseEntity.ok(RelationshipView.of(next));
            }
            case Verdict.Unchanged(var now) -> ResponseEntity.ok(RelationshipView.of(now));
            case Verdict.AlreadyEnded(var ended) -> RelationshipProblems.endedAlready(ended);
            case Verdict.OnlyTheCustomerAccepts _ -> RelationshipProblems.onlyTheCustomerAccepts();
        };
    }

    private ResponseEntity<?> created(RelationshipRequested relationship) {
        relay.wake();
        return ResponseEntity.created(URI.create(PATH + "/" + relationship.relationshipId()))
                .body(RelationshipView.of(relationship));
    }

    /// To the microsecond, as the database keeps it.
    private RelationshipStep step(Actor actor, RequestId callId) {
        return actor.step(clock.instant().truncatedTo(ChronoUnit.MICROS), callId);
    }

    private static Optional<TenantId> tenant(@Nullable String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(new TenantId(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

package dev.rollcall.upload.relationships;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.upload.relationships.policy.Standing.Ended;
import dev.rollcall.upload.relationships.policy.Standing.NeverAsked;
import dev.rollcall.upload.relationships.policy.Standing.NotAccepted;
import dev.rollcall.upload.relationships.policy.Standing.Pending;
import dev.rollcall.upload.web.Problems;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// The refusals around relationships, in words for the one who is refused.
public final class RelationshipProblems {
    private static final String ASK = "Ask with POST " + RelationshipController.PATH
            + "; devices can be registered once the customer has accepted.";

    private static final String RELATIONSHIP_ID = "relationshipId";

    private RelationshipProblems() {}

    /// To a partner that may not register devices for the customer.
    public static ResponseEntity<ProblemDetail> noneAccepted(NotAccepted standing) {
        var problem = Problems.of(
                HttpStatus.FORBIDDEN, "no-accepted-relationship", "No accepted relationship with this customer");
        problem.setDetail(
                switch (standing) {
                    case NeverAsked _ -> "No relationship with this customer was ever asked for. " + ASK;
                    case Pending(var _, var since) ->
                        "The relationship was asked for at " + toTheSecond(since)
                                + ", and the customer has not accepted it yet.";
                    case Ended(var at) -> "The relationship was ended at " + toTheSecond(at) + ". " + ASK;
                });
        if (standing instanceof Pending(var relationship, var _)) {
            problem.setProperty(RELATIONSHIP_ID, relationship);
        }
        return Problems.answer(problem);
    }

    static ResponseEntity<ProblemDetail> notFound() {
        return Problems.answer(Problems.of(HttpStatus.NOT_FOUND));
    }

    static ResponseEntity<ProblemDetail> unknownForm() {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "malformed-customer", "The customer's name is malformed");
        problem.setDetail("\"customer\" must be the name of an organisation: 1 to 128 letters, digits and . _ : -, "
                + "beginning with a letter or digit.");
        return Problems.answer(problem);
    }

    static ResponseEntity<ProblemDetail> invalidParameter(String detail) {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is invalid");
        problem.setDetail(detail);
        return Problems.answer(problem);
    }

    /// The partner may see the id: it is its own relationship.
    static ResponseEntity<ProblemDetail> existsAlready(RelationshipChange existing) {
        var problem = Problems.of(HttpStatus.CONFLICT, "relationship-exists", "The relationship exists already");
        problem.setDetail("A relationship with this customer has been asked for and has not ended.");
        problem.setProperty(RELATIONSHIP_ID, existing.relationshipId());
        return Problems.answer(problem);
    }

    static ResponseEntity<ProblemDetail> endedAlready(RelationshipEnded ended) {
        var problem = Problems.of(HttpStatus.CONFLICT, "relationship-ended", "The relationship has ended");
        problem.setDetail("It was ended at " + toTheSecond(ended.occurredAt())
                + ", for good. The partner may ask for a new one.");
        return Problems.answer(problem);
    }

    static ResponseEntity<ProblemDetail> onlyTheCustomerAccepts() {
        var problem = Problems.of(HttpStatus.FORBIDDEN, "only-the-customer-accepts", "Only the customer can accept");
        problem.setDetail("You have asked for this relationship; accepting it is up to the customer.");
        return Problems.answer(problem);
    }

    private static Instant toTheSecond(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}

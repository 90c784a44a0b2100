package dev.rollcall.upload.relationships.policy;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.identity.RelationshipId;
import java.time.Instant;

/// How a partner stands with a customer at a moment. Only [Accepted] lets it register devices for the customer.
public sealed interface Standing {

    record Accepted() implements Standing {}

    /// What is missing, to be told to the partner.
    sealed interface NotAccepted extends Standing {}

    record NeverAsked() implements NotAccepted {}

    record Pending(RelationshipId relationship, Instant since) implements NotAccepted {}

    record Ended(Instant at) implements NotAccepted {}

    /// By the last relationship of the two.
    static Standing by(RelationshipChange last) {
        return switch (last) {
            case RelationshipRequested requested -> new Pending(requested.relationshipId(), requested.occurredAt());
            case RelationshipAccepted _ -> new Accepted();
            case RelationshipEnded ended -> new Ended(ended.occurredAt());
        };
    }
}

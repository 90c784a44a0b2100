package dev.rollcall.upload.relationships;

import dev.rollcall.access.Caller;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.events.Side;
import dev.rollcall.identity.RequestId;
import java.time.Instant;

/// Who acts in a relationship: the side, the name of the party on it, and the subject that acts for the party.
record Actor(Side side, String party, String subject) {

    static Actor of(Caller caller) {
        return switch (caller) {
            case Caller.Partner(var id, var subject) -> new Actor(Side.PARTNER, id.value(), subject);
            case Caller.Tenant(var id, var subject) -> new Actor(Side.CUSTOMER, id.value(), subject);
            case Caller.Supplier _, Caller.Unaffiliated _ ->
                throw new IllegalStateException("the rule of the call lets in partners and tenants only");
        };
    }

    RelationshipStep step(Instant at, RequestId call) {
        return new RelationshipStep(side, subject, at, call);
    }
}

package dev.rollcall.upload.relationships.policy;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.events.Side;
import dev.rollcall.upload.relationships.policy.Verdict.AlreadyEnded;
import dev.rollcall.upload.relationships.policy.Verdict.Changed;
import dev.rollcall.upload.relationships.policy.Verdict.OnlyTheCustomerAccepts;
import dev.rollcall.upload.relationships.policy.Verdict.Unchanged;

/// Which step may follow which. A relationship is its last change, which carries every step before it:
///
/// ```
/// requested ── customer accepts ──▶ accepted
///     └──── either side ends ────▶ ended ◀──── either side ends ──── accepted
/// ```
///
/// To wish for what is so already changes nothing; an end is for good.
public final class RelationshipPolicy {
    private RelationshipPolicy() {}

    public static Verdict accept(RelationshipChange now, RelationshipStep step) {
        if (step.side() != Side.CUSTOMER) {
            return new OnlyTheCustomerAccepts();
        }
        return switch (now) {
            case RelationshipRequested(var id, var partner, var customer, var requested) ->
                new Changed(new RelationshipAccepted(id, partner, customer, requested, step));
            case RelationshipAccepted _ -> new Unchanged(now);
            case RelationshipEnded ended -> new AlreadyEnded(ended);
        };
    }

    public static Verdict end(RelationshipChange now, RelationshipStep step) {
        return switch (now) {
            case RelationshipRequested(var id, var partner, var customer, var requested) ->
                new Changed(new RelationshipEnded(id, partner, customer, requested, null, step));
            case RelationshipAccepted(var id, var partner, var customer, var requested, var accepted) ->
                new Changed(new RelationshipEnded(id, partner, customer, requested, accepted, step));
            case RelationshipEnded _ -> new Unchanged(now);
        };
    }
}

package dev.rollcall.events;

import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.WellFormedText;
import java.time.Instant;
import java.util.Objects;

/// Who took a step of a relationship, and when: the side, the subject that acted for it, and the id of the call.
public record RelationshipStep(Side side, String by, Instant at, RequestId requestId) {
    public RelationshipStep {
        Objects.requireNonNull(side);
        by = WellFormedText.of(by);
        Objects.requireNonNull(at);
        Objects.requireNonNull(requestId);
    }
}

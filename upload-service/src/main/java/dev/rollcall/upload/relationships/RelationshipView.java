package dev.rollcall.upload.relationships;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.events.Side;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A relationship as both its parties see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationshipView(
        RelationshipId id,
        PartnerId partner,
        TenantId customer,
        Status status,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable Side endedSide) {

    enum Status {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("ended")
        ENDED
    }

    static RelationshipView of(RelationshipChange last) {
        var steps = RelationshipSteps.of(last);
        return new RelationshipView(
                last.relationshipId(),
                last.partnerId(),
                last.customerId(),
                status(last),
                steps.requested().at(),
                steps.requested().by(),
                at(steps.accepted()),
                by(steps.accepted()),
                at(steps.ended()),
                by(steps.ended()),
                steps.ended() == null ? null : steps.ended().side());
    }

    private static Status status(RelationshipChange last) {
        return switch (last) {
            case RelationshipRequested _ -> Status.PENDING;
            case RelationshipAccepted _ -> Status.ACCEPTED;
            case RelationshipEnded _ -> Status.ENDED;
        };
    }

    private static @Nullable Instant at(@Nullable RelationshipStep step) {
        return step == null ? null : step.at();
    }

    private static @Nullable String by(@Nullable RelationshipStep step) {
        return step == null ? null : step.by();
    }
}

package dev.rollcall.upload.relationships;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import org.jspecify.annotations.Nullable;

/// The steps of a relationship side by side, null where one was not taken.
record RelationshipSteps(
        RelationshipStep requested,
        @Nullable RelationshipStep accepted,
        @Nullable RelationshipStep ended) {

    static RelationshipSteps of(RelationshipChange last) {
        return switch (last) {
            case RelationshipRequested(var _, var _, var _, var requested) ->
                new RelationshipSteps(requested, null, null);
            case RelationshipAccepted(var _, var _, var _, var requested, var accepted) ->
                new RelationshipSteps(requested, accepted, null);
            case RelationshipEnded(var _, var _, var _, var requested, var accepted, var ended) ->
                new RelationshipSteps(requested, accepted, ended);
        };
    }
}

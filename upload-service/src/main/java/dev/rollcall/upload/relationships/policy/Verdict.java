package dev.rollcall.upload.relationships.policy;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;

/// What a side's wish to accept or to end makes of a relationship.
public sealed interface Verdict {

    /// A step is taken; `next` is the relationship from now on.
    record Changed(RelationshipChange next) implements Verdict {}

    /// It is as wished already.
    record Unchanged(RelationshipChange now) implements Verdict {}

    /// What has ended can't be accepted any more.
    record AlreadyEnded(RelationshipEnded now) implements Verdict {}

    /// Nobody accepts what they have asked for themselves.
    record OnlyTheCustomerAccepts() implements Verdict {}
}

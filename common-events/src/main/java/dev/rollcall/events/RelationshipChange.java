package dev.rollcall.events;

import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What has become of the relationship between a partner and a customer. Each event carries every step so far: the
/// topic is compacted, and the last event alone tells the whole history.
public sealed interface RelationshipChange extends Event {
    RelationshipId relationshipId();

    PartnerId partnerId();

    TenantId customerId();

    /// All steps so far, the earliest first.
    Stream<RelationshipStep> steps();

    /// The step that this event is about.
    RelationshipStep lastStep();

    @Override
    default String key() {
        return relationshipId().toString();
    }

    @Override
    default String eventId() {
        return relationshipId() + "/" + steps().count();
    }

    @Override
    default Instant occurredAt() {
        return lastStep().at();
    }

    /// The partner asks; nothing is allowed yet.
    record RelationshipRequested(
            RelationshipId relationshipId, PartnerId partnerId, TenantId customerId, RelationshipStep requested)
            implements RelationshipChange {
        public RelationshipRequested {
            Objects.requireNonNull(relationshipId);
            Objects.requireNonNull(partnerId);
            Objects.requireNonNull(customerId);
            Objects.requireNonNull(requested);
        }

        @Override
        public Stream<RelationshipStep> steps() {
            return Stream.of(requested);
        }

        @Override
        public RelationshipStep lastStep() {
            return requested;
        }
    }

    /// The customer has accepted: the partner may register devices for it from now on.
    record RelationshipAccepted(
            RelationshipId relationshipId,
            PartnerId partnerId,
            TenantId customerId,
            RelationshipStep requested,
            RelationshipStep accepted)
            implements RelationshipChange {
        public RelationshipAccepted {
            Objects.requireNonNull(relationshipId);
            Objects.requireNonNull(partnerId);
            Objects.requireNonNull(customerId);
            Objects.requireNonNull(requested);
            Objects.requireNonNull(accepted);
        }

        @Override
        public Stream<RelationshipStep> steps() {
            return Stream.of(requested, accepted);
        }

        @Override
        public RelationshipStep lastStep() {
            return accepted;
        }
    }

    /// One side has ended it for good; `accepted` is null where the customer never did. A partner may ask anew.
    record RelationshipEnded(
            RelationshipId relationshipId,
            PartnerId partnerId,
            TenantId customerId,
            RelationshipStep requested,
            @Nullable RelationshipStep accepted,
            RelationshipStep ended)
            implements RelationshipChange {
        public RelationshipEnded {
            Objects.requireNonNull(relationshipId);
            Objects.requireNonNull(partnerId);
            Objects.requireNonNull(customerId);
            Objects.requireNonNull(requested);
            Objects.requireNonNull(ended);
        }

        @Override
        public Stream<RelationshipStep> steps() {
            return Stream.of(requested, accepted, ended).flatMap(Stream::ofNullable);
        }

        @Override
        public RelationshipStep lastStep() {
            return ended;
        }
    }
}

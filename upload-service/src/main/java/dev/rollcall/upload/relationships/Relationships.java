package dev.rollcall.upload.relationships;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.upload.relationships.policy.Standing;
import dev.rollcall.upload.relationships.policy.Verdict;
import dev.rollcall.upload.relationships.policy.Verdict.Changed;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;

/// All relationships, decided on one row each: an index admits one at a time of each pair, and a lock lets one step
/// follow the other.
public final class Relationships {
    private static final String ASK = """
            INSERT INTO upload.partner_relationships
                   (relationship_id, partner_id, customer_id, requested_at, requested_by, requested_request_id)
            VALUES (:id, :partner, :customer, :at, :by, :request)
                ON CONFLICT (partner_id, customer_id) WHERE ended_at IS NULL DO NOTHING
            """;

    private static final String LAST_BETWEEN = "SELECT " + RelationshipRows.COLUMNS + """

              FROM upload.partner_relationships
             WHERE partner_id = :partner AND customer_id = :customer
             ORDER BY ended_at DESC NULLS FIRST
             LIMIT 1
            """;

    private static final String FIND = "SELECT " + RelationshipRows.COLUMNS + """

              FROM upload.partner_relationships
             WHERE relationship_id = :id AND CASE :side WHEN 'partner' THEN partner_id ELSE customer_id END = :party
            """;

    private static final String FIND_AND_LOCK = FIND + " FOR UPDATE";

    private static final String SAVE = """
            UPDATE upload.partner_relationships
               SET accepted_at = :acceptedAt, accepted_by = :acceptedBy, accepted_request_id = :acceptedRequest,
                   ended_at = :endedAt, ended_by = :endedBy, ended_side = :endedSide, ended_request_id = :endedRequest
             WHERE relationship_id = :id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Relationships(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// As it is at this moment; an end counts from the moment it was committed.
    public Standing between(PartnerId partner, TenantId customer) {
        return lastBetween(partner, customer).map(Standing::by).orElseGet(Standing.NeverAsked::new);
    }

    /// Empty where `wanted` is a relationship from now on, or the one of the two that has not ended.
    Optional<RelationshipChange> ask(RelationshipRequested wanted) {
        while (!insert(wanted)) {
            var open = lastBetween(wanted.partnerId(), wanted.customerId())
                    .filter(last -> !(last instanceof RelationshipChange.RelationshipEnded));
            if (open.isPresent()) {
                return open;
            }
        }
        return Optional.empty();
    }

    /// Empty for what is not the actor's.
    Optional<RelationshipChange> find(RelationshipId id, Actor actor) {
        return find(FIND, id, actor);
    }

    /// What `rule` makes of the relationship; empty for what is not the actor's.
    Optional<Verdict> change(RelationshipId id, Actor actor, Function<RelationshipChange, Verdict> rule) {
        return transaction.execute(_ -> {
            var verdict = find(FIND_AND_LOCK, id, actor).map(rule);
            if (verdict.orElse(null) instanceof Changed(var next)) {
                save(next);
            }
            return verdict;
        });
    }

    private boolean insert(RelationshipRequested wanted) {
        return jdbc.sql(ASK)
                        .param("id", wanted.relationshipId().value())
                        .param("partner", wanted.partnerId().value())
                        .param("customer", wanted.customerId().value())
                        .param("at", wanted.requested().at().atOffset(ZoneOffset.UTC))
                        .param("by", wanted.requested().by())
                        .param("request", wanted.requested().requestId().value())
                        .update()
                == 1;
    }

    private Optional<RelationshipChange> lastBetween(PartnerId partner, TenantId customer) {
        return jdbc.sql(LAST_BETWEEN)
                .param("partner", partner.value())
                .param("customer", customer.value())
                .query((row, _) -> RelationshipRows.read(row))
                .optional();
    }

    private Optional<RelationshipChange> find(String sql, RelationshipId id, Actor actor) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("side", actor.side().wireName())
                .param("party", actor.party())
                .query((row, _) -> RelationshipRows.read(row))
                .optional();
    }

    private void save(RelationshipChange next) {
        var steps = RelationshipSteps.of(next);
        var statement = jdbc.sql(SAVE).param("id", next.relationshipId().value());
        statement = step(statement, "accepted", steps.accepted());
        statement = step(statement, "ended", steps.ended());
        statement
                .param(
                        "endedSide",
                        steps.ended() == null ? null : steps.ended().side().wireName())
                .update();
    }

    private static StatementSpec step(StatementSpec statement, String name, @Nullable RelationshipStep step) {
        return statement
                .param(name + "At", step == null ? null : step.at().atOffset(ZoneOffset.UTC))
                .param(name + "By", step == null ? null : step.by())
                .param(name + "Request", step == null ? null : step.requestId().value());
    }
}

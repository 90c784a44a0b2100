package dev.rollcall.upload.relationships;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.upload.publishing.Delivery;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The changes that have yet to become events. One process at a time publishes them, so that the events of one
/// relationship keep their order; the advisory lock that sees to it is nobody else's, so that no call that changes a
/// relationship ever waits for Kafka.
final class RelationshipOutbox {
    private static final int AT_ONCE = 100;

    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended('upload.partner_relationships', 0))";

    private static final String UNPUBLISHED = "SELECT " + RelationshipRows.COLUMNS + """

              FROM upload.partner_relationships
             WHERE published_version < version
             ORDER BY relationship_id
             LIMIT :limit
            """;

    private static final String PUBLISHED = """
            UPDATE upload.partner_relationships AS relationship
               SET published_version = done.version
              FROM unnest(:ids::uuid[], :versions::integer[]) AS done (id, version)
             WHERE relationship.relationship_id = done.id AND relationship.published_version < done.version
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RelationshipOutbox(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// How many changes `publisher` has published; 0 where there was nothing to do or Kafka is away.
    int publish(Function<List<RelationshipChange>, Delivery> publisher) {
        return transaction.execute(_ -> {
            jdbc.sql(ONE_AT_A_TIME).query().singleRow();
            var changes = unpublished();
            if (changes.isEmpty() || publisher.apply(changes) == Delivery.FAILED) {
                return 0;
            }
            remember(changes);
            return changes.size();
        });
    }

    private List<RelationshipChange> unpublished() {
        return jdbc.sql(UNPUBLISHED)
                .param("limit", AT_ONCE)
                .query((row, _) -> RelationshipRows.read(row))
                .list();
    }

    private void remember(List<RelationshipChange> changes) {
        jdbc.sql(PUBLISHED)
                .param(
                        "ids",
                        changes.stream()
                                .map(change -> change.relationshipId().value())
                                .toArray(UUID[]::new))
                .param(
                        "versions",
                        changes.stream()
                                .map(change -> (int) change.steps().count())
                                .toArray(Integer[]::new))
                .update();
    }
}

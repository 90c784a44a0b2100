package dev.rollcall.upload.relationships;

import dev.rollcall.events.Side;
import dev.rollcall.upload.relationships.RelationshipQuery.Place;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The relationships of one party, the latest asked for first.
final class RelationshipList {
    private static final String OF_PARTY = """
              FROM upload.partner_relationships
             WHERE %s = :party
               AND (:status = 'any'
                OR :status = CASE WHEN ended_at IS NOT NULL THEN 'ended'
                                  WHEN accepted_at IS NOT NULL THEN 'accepted'
                                  ELSE 'pending' END)
            """;

    private static final String PAGE = "SELECT " + RelationshipRows.COLUMNS + "\n" + OF_PARTY + """
               AND (requested_at, relationship_id) < (:requestedAt, :id)
             ORDER BY requested_at DESC, relationship_id DESC
             LIMIT :limit
            """;

    private static final String TOTAL = "SELECT count(*)\n" + OF_PARTY;

    private final JdbcClient jdbc;

    RelationshipList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Page(List<RelationshipView> items, @Nullable String nextCursor, long total) {}

    Page read(Actor actor, RelationshipQuery query) {
        var after = query.after();
        var found = statement(PAGE, actor, query)
                .param("requestedAt", after.requestedAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id().value())
                .param("limit", query.limit() + 1)
                .query((row, _) -> RelationshipRows.read(row))
                .list();
        var shown = found.subList(0, Math.min(found.size(), query.limit()));
        var next = found.size() > shown.size() ? Place.of(shown.getLast()).encode() : null;
        return new Page(shown.stream().map(RelationshipView::of).toList(), next, total(actor, query));
    }

    private long total(Actor actor, RelationshipQuery query) {
        return statement(TOTAL, actor, query).query(Long.class).single();
    }

    private StatementSpec statement(String sql, Actor actor, RelationshipQuery query) {
        var column = actor.side() == Side.PARTNER ? "partner_id" : "customer_id";
        return jdbc.sql(sql.formatted(column)).param("party", actor.party()).param("status", query.status());
    }
}

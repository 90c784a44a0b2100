package dev.rollcall.upload.relationships;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.events.Side;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a row of `upload.partner_relationships` as the last change of its relationship.
final class RelationshipRows {
    static final String COLUMNS = """
            relationship_id, partner_id, customer_id,
            requested_at, requested_by, requested_request_id,
            accepted_at, accepted_by, accepted_request_id,
            ended_at, ended_by, ended_side, ended_request_id""";

    private RelationshipRows() {}

    static RelationshipChange read(ResultSet row) throws SQLException {
        var id = new RelationshipId(row.getObject("relationship_id", UUID.class));
        var partner = new PartnerId(row.getString("partner_id"));
        var customer = new TenantId(row.getString("customer_id"));
        var requested = require(step(row, "requested", Side.PARTNER));
        var accepted = step(row, "accepted", Side.CUSTOMER);
        var ended = step(row, "ended", "customer".equals(row.getString("ended_side")) ? Side.CUSTOMER : Side.PARTNER);
        if (ended != null) {
            return new RelationshipEnded(id, partner, customer, requested, accepted, ended);
        }
        return accepted == null
                ? new RelationshipRequested(id, partner, customer, requested)
                : new RelationshipAccepted(id, partner, customer, requested, accepted);
    }

    private static @Nullable RelationshipStep step(ResultSet row, String name, Side side) throws SQLException {
        var at = row.getObject(name + "_at", OffsetDateTime.class);
        return at == null
                ? null
                : new RelationshipStep(
                        side,
                        row.getString(name + "_by"),
                        at.toInstant(),
                        new RequestId(row.getObject(name + "_request_id", UUID.class)));
    }

    private static RelationshipStep require(@Nullable RelationshipStep step) {
        if (step == null) {
            throw new IllegalStateException("nobody has asked for this relationship");
        }
        return step;
    }
}

package dev.rollcall.status.requests;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.RequestId;
import dev.rollcall.status.state.Failure;
import dev.rollcall.status.state.Labels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds one request. A tenant finds its own, a partner none, and support without a party any.
@Component
final class RequestLookup {
    private static final String REQUEST = """
            SELECT request_id, 'Registration' AS kind, tenant_id, partner_id, NULL AS requested_by, batch_id, file,
                row_number, line, device_id, serial_number, manufacturer, model, group_tag, assigned_user,
                outcome, reason, requested_at, decided_at
            FROM status.requests WHERE request_id = :request %1$s
            UNION ALL
            SELECT request_id, 'Release', tenant_id, NULL, requested_by, NULL, NULL,
                NULL, NULL, device_id, NULL, NULL, NULL, NULL, NULL,
                outcome, NULL, requested_at, decided_at
            FROM status.releases WHERE request_id = :request %1$s
            LIMIT 1
            """;
    private static final String OF_ANYBODY = REQUEST.formatted("");
    private static final String OF_TENANT = REQUEST.formatted("AND tenant_id = :tenant");

    private final JdbcClient jdbc;

    RequestLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RequestView> find(RequestId request, Caller caller, Labels labels) {
        return switch (caller) {
            case Caller.Tenant tenant ->
                find(
                        jdbc.sql(OF_TENANT)
                                .param("request", request.value())
                                .param("tenant", tenant.id().value()),
                        labels);
            case Caller.Unaffiliated _ -> find(jdbc.sql(OF_ANYBODY).param("request", request.value()), labels);
            case Caller.Partner _, Caller.Supplier _ -> Optional.empty();
        };
    }

    private static Optional<RequestView> find(JdbcClient.StatementSpec query, Labels labels) {
        return query.query((row, _) -> view(row, labels)).optional();
    }

    private static RequestView view(ResultSet row, Labels labels) throws SQLException {
        var request = row.getObject("request_id", UUID.class);
        var outcome = Optional.ofNullable(row.getString("outcome"));
        var reason = row.getString("reason");
        return new RequestView(
                request,
                row.getString("kind"),
                row.getString("tenant_id"),
                row.getString("partner_id"),
                row.getString("requested_by"),
                row.getObject("batch_id", UUID.class),
                row.getString("file"),
                row.getObject("row_number", Long.class),
                row.getObject("line", Long.class),
                row.getObject("device_id", UUID.class),
                row.getString("serial_number"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("group_tag"),
                row.getString("assigned_user"),
                outcome.orElse("Pending"),
                outcome.flatMap(Failure::named)
                        .map(error -> Failure.of(error, reason, new RequestId(request), labels))
                        .orElse(null),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("decided_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }
}

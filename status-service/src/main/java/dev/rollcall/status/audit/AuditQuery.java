package dev.rollcall.status.audit;

import dev.rollcall.identity.TenantId;
import dev.rollcall.status.state.AuditAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which entries of whose audit, as SQL; every part of it is bound to the tenant.
record AuditQuery(TenantId tenant, AuditFilter filter) {
    private static final String ENTRIES = """
            SELECT at, event, action, by_subject, side, request_id, partner_id, batch_id, row_count, device_id,
                relationship_id, step
            FROM status.audit WHERE tenant_id = :tenant
            """;

    /// Who asked for a row is who posted its batch, which is told when the batch is accepted.
    private static final String ROWS = """
            UNION ALL
            SELECT r.requested_at, 'registration/' || r.request_id, '%s', b.by_subject, NULL, r.request_id,
                r.partner_id, r.batch_id, NULL, r.device_id, NULL, NULL
            FROM status.requests r
                LEFT JOIN status.audit b ON b.tenant_id = r.tenant_id AND b.event = 'batch/' || r.batch_id
            WHERE r.tenant_id = :tenant AND r.device_id = :device
            """.formatted(AuditAction.REGISTRATION_REQUESTED.apiName());

    /// The same wherever the query begins.
    String fingerprint() {
        return String.join("\0", "audit", tenant.value(), filter.toString());
    }

    /// Its parameters are [#parameters()].
    String sql() {
        var sql = new ArrayList<>(List.of(ENTRIES));
        if (!filter.actions().isEmpty()) {
            sql.add("AND action IN (:actions)");
        }
        if (filter.device() != null) {
            sql.add("AND device_id = :device");
        }
        if (filter.relationship() != null) {
            sql.add("AND relationship_id = :relationship");
        }
        if (filter.takesRows()) {
            sql.add(ROWS);
        }
        return String.join("\n", sql);
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tenant.value());
        parameters.put(
                "actions", filter.actions().stream().map(AuditAction::apiName).toList());
        if (filter.device() != null) {
            parameters.put("device", filter.device());
        }
        if (filter.relationship() != null) {
            parameters.put("relationship", filter.relationship());
        }
        return parameters;
    }
}

package dev.rollcall.status.batches;

import dev.rollcall.status.security.Caller;

/// Whose batches a caller sees, as the one condition that every query of this package has: the tenant's own, or those
/// that the partner posted.
record BatchOwner(String column, String party) {
    private static final String TENANT = "tenant_id";
    private static final String PARTNER = "partner_id";

    static BatchOwner of(Caller caller) {
        return switch (caller) {
            case Caller.Tenant(var tenant) -> new BatchOwner(TENANT, tenant.value());
            case Caller.Partner(var partner) -> new BatchOwner(PARTNER, partner.value());
            case Caller.Unaffiliated _ -> throw new IllegalStateException("a caller came past the security chain");
        };
    }

    boolean isTenant() {
        return column.equals(TENANT);
    }

    /// SQL; the parameter is `:owner`.
    String condition() {
        return column + " = :owner";
    }
}

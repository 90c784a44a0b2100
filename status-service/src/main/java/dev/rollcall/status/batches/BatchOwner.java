package dev.rollcall.status.batches;

import dev.rollcall.access.Caller;

/// Whose batches a caller sees, as the one condition that every query of this package has: the tenant's own, or those
/// that the partner posted.
record BatchOwner(String column, String party) {
    private static final String TENANT = "tenant_id";
    private static final String PARTNER = "partner_id";

    static BatchOwner of(Caller caller) {
        return switch (caller) {
            case Caller.Tenant tenant -> tenant(tenant.id().value());
            case Caller.Partner partner -> partner(partner.id().value());
            case Caller.Supplier _, Caller.Unaffiliated _ ->
                throw new IllegalStateException("a caller came past the rules");
        };
    }

    static BatchOwner tenant(String id) {
        return new BatchOwner(TENANT, id);
    }

    static BatchOwner partner(String id) {
        return new BatchOwner(PARTNER, id);
    }

    boolean isTenant() {
        return column.equals(TENANT);
    }

    /// SQL; the parameter is `:owner`.
    String condition() {
        return column + " = :owner";
    }
}

package dev.rollcall.status.batches;

import dev.rollcall.status.security.Caller;

/// Whose batches a caller sees, as the one condition that every query of this package has: the tenant's own, or those
/// that the partner posted.
record BatchOwner(String column, String party) {

    static BatchOwner of(Caller caller) {
        return switch (caller) {
            case Caller.Tenant(var tenant) -> new BatchOwner("tenant_id", tenant.value());
            case Caller.Partner(var partner) -> new BatchOwner("partner_id", partner.value());
            case Caller.Unaffiliated _ -> throw new IllegalStateException("a caller came past the security chain");
        };
    }

    /// SQL; the parameter is `:owner`.
    String condition() {
        return column + " = :owner";
    }
}

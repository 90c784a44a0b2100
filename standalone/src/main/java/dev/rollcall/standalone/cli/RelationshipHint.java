package dev.rollcall.standalone.cli;

import org.jspecify.annotations.Nullable;

/// What to do next where a partner may not register devices for a customer yet.
final class RelationshipHint {
    private RelationshipHint() {}

    /// `relationshipId` is null where nothing is pending.
    static String of(@Nullable String relationshipId, String customer) {
        return relationshipId == null
                ? "Ask for it:  ./rollcall partners ask " + customer
                : toAccept(relationshipId, customer);
    }

    static String toAccept(String relationshipId, String customer) {
        return customer + " accepts it with:  ./rollcall partners accept " + relationshipId
                + (customer.equals(ConnectionOptions.USUAL_TENANT) ? "" : " --client-id " + customer);
    }
}

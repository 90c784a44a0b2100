package dev.rollcall.upload.batch;

import dev.rollcall.upload.relationships.Relationships;
import dev.rollcall.upload.relationships.policy.Standing;

/// Whether a sender may register devices for the tenant at this moment: the tenant itself always, a partner while the
/// tenant has accepted it.
final class Mandates {
    private final Relationships relationships;

    Mandates(Relationships relationships) {
        this.relationships = relationships;
    }

    Standing standing(Sender sender) {
        var partner = sender.partner();
        return partner == null ? new Standing.Accepted() : relationships.between(partner, sender.tenant());
    }
}

package dev.rollcall.standalone.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a partner has asked a customer for, and what has become of it.
public record Relationship(
        String id,
        String partner,
        String customer,
        String status,
        Instant requestedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt) {

    /// When it came to be what it is.
    public Instant since() {
        if (endedAt != null) {
            return endedAt;
        }
        return acceptedAt == null ? requestedAt : acceptedAt;
    }
}

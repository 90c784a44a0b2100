package dev.rollcall.status.security;

import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.TenantId;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;

/// On whose behalf a verified token speaks. Its claims are the only source; a token names at most one party.
public sealed interface Caller {

    /// An organisation, which sees what is its own.
    record Tenant(TenantId id) implements Caller {}

    /// A partner, which sees the batches that it posted.
    record Partner(PartnerId id) implements Caller {}

    /// Nobody's party: support, where the scope says so.
    record Unaffiliated() implements Caller {}

    /// Empty where the token names a party that has no business here, more than one, or one of no valid form.
    static Optional<Caller> of(Jwt token) {
        var parties = Stream.of("tenant", "partner", "supplier")
                .filter(token::hasClaim)
                .toList();
        if (parties.isEmpty()) {
            return Optional.of(new Unaffiliated());
        }
        return parties.size() == 1 && token.getClaim(parties.getFirst()) instanceof String name
                ? named(parties.getFirst(), name)
                : Optional.empty();
    }

    private static Optional<Caller> named(String party, String name) {
        try {
            return switch (party) {
                case "tenant" -> Optional.of(new Tenant(new TenantId(name)));
                case "partner" -> Optional.of(new Partner(new PartnerId(name)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

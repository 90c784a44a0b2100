package dev.rollcall.access;

import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.identity.TenantId;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// On whose behalf a verified token speaks, and the subject (`sub`) that acts for it. The claims `tenant`, `partner`
/// and `supplier` are the only source; a token names at most one party.
public sealed interface Caller {

    String subject();

    /// An organisation, which sees and changes what is its own.
    record Tenant(TenantId id, String subject) implements Caller {}

    /// A partner, which posts batches for its customers and sees those that it posted.
    record Partner(PartnerId id, String subject) implements Caller {}

    /// A supplier, which says which devices exist.
    record Supplier(SupplierId id, String subject) implements Caller {}

    /// Nobody's party: support, where the scope says so.
    record Unaffiliated(String subject) implements Caller {}

    default Party party() {
        return switch (this) {
            case Tenant _ -> Party.TENANT;
            case Partner _ -> Party.PARTNER;
            case Supplier _ -> Party.SUPPLIER;
            case Unaffiliated _ -> Party.UNAFFILIATED;
        };
    }

    /// The caller of a request, from its user principal. Empty for nobody, and for a token that names no subject, more
    /// than one party, or one of no valid form.
    static Optional<Caller> of(@Nullable Principal principal) {
        return principal instanceof JwtAuthenticationToken authentication
                ? of(authentication.getToken())
                : Optional.empty();
    }

    static Optional<Caller> of(Jwt token) {
        var subject = token.getSubject();
        var parties = Stream.of(Party.TENANT, Party.PARTNER, Party.SUPPLIER)
                .filter(party -> token.hasClaim(party.claim()))
                .toList();
        if (subject == null || parties.size() > 1) {
            return Optional.empty();
        }
        if (parties.isEmpty()) {
            return Optional.of(new Unaffiliated(subject));
        }
        var party = parties.getFirst();
        return token.getClaim(party.claim()) instanceof String name ? named(party, name, subject) : Optional.empty();
    }

    private static Optional<Caller> named(Party party, String name, String subject) {
        try {
            return Optional.of(
                    switch (party) {
                        case TENANT -> new Tenant(new TenantId(name), subject);
                        case PARTNER -> new Partner(new PartnerId(name), subject);
                        case SUPPLIER -> new Supplier(new SupplierId(name), subject);
                        case UNAFFILIATED -> new Unaffiliated(subject);
                    });
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

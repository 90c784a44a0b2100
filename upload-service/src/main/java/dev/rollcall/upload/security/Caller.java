package dev.rollcall.upload.security;

import dev.rollcall.identity.SupplierId;
import dev.rollcall.identity.TenantId;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;

/// Who is calling, as the verified token says: exactly one party, and the subject that acts for it.
public sealed interface Caller {

    record Tenant(TenantId id, String subject) implements Caller {}

    record Supplier(SupplierId id, String subject) implements Caller {}

    /// Nobody whom this service takes anything from: a partner, support, or a token that names no party or several.
    record Stranger() implements Caller {}

    static Caller of(Jwt token) {
        var tenant = token.getClaimAsString("tenant");
        var supplier = token.getClaimAsString("supplier");
        var partner = token.getClaimAsString("partner");
        var subject = token.getSubject();
        var parties =
                Stream.of(tenant, supplier, partner).filter(Objects::nonNull).count();
        if (parties != 1 || subject == null) {
            return new Stranger();
        }
        try {
            return tenant != null
                    ? new Tenant(new TenantId(tenant), subject)
                    : supplier != null ? new Supplier(new SupplierId(supplier), subject) : new Stranger();
        } catch (IllegalArgumentException _) {
            return new Stranger();
        }
    }
}

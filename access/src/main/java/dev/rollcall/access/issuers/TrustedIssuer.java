package dev.rollcall.access.issuers;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import java.util.Set;

/// An issuer whose tokens are taken, with the keys it signs with. A bean of this type stands beside those of the
/// properties: a process that issues tokens itself trusts itself without an HTTP call.
public record TrustedIssuer(
        String issuer,
        JWKSource<SecurityContext> keys,
        Set<String> audiences,
        ClaimNames claims,
        Map<String, String> scopes) {
    public static final String AUDIENCE = "rollcall";

    public TrustedIssuer {
        audiences = Set.copyOf(audiences);
        scopes = Map.copyOf(scopes);
        if (issuer.isBlank() || audiences.isEmpty()) {
            throw new IllegalArgumentException("an issuer needs a name and an audience");
        }
    }

    /// One whose tokens are in our own words.
    public static TrustedIssuer of(String issuer, JWKSource<SecurityContext> keys) {
        return new TrustedIssuer(issuer, keys, Set.of(AUDIENCE), ClaimNames.canonical(), Map.of());
    }
}

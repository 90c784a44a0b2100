package dev.rollcall.standalone.issuer;

import dev.rollcall.standalone.credentials.Credentials;
import java.util.List;
import java.util.TreeSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// Puts into each token for whom its client acts, that it is meant for Rollcall, and the scopes in
/// the form of RFC 9068: one text, separated by spaces.
final class PartyClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final List<String> AUDIENCE = List.of("rollcall");

    private final Credentials credentials;

    PartyClaims(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims();
        claims.audience(AUDIENCE);
        claims.claim("scope", String.join(" ", new TreeSet<>(context.getAuthorizedScopes())));
        credentials
                .client(context.getRegisteredClient().getClientId())
                .ifPresent(account -> account.party().forEach(claims::claim));
    }
}

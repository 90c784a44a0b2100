package dev.rollcall.standalone.issuer;

import dev.rollcall.standalone.credentials.Account;
import dev.rollcall.standalone.credentials.Credentials;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// Puts into each token for whom its client or its user acts, and into an access token that it is
/// meant for Rollcall, with the scopes in the form of RFC 9068: one text, separated by spaces.
final class PartyClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final List<String> AUDIENCE = List.of("rollcall");

    private final Credentials credentials;

    PartyClaims(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims();
        account(context).ifPresent(account -> account.party().forEach(claims::claim));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(AUDIENCE);
            claims.claim("scope", String.join(" ", new TreeSet<>(context.getAuthorizedScopes())));
        }
    }

    private Optional<? extends Account> account(JwtEncodingContext context) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return credentials.client(context.getRegisteredClient().getClientId());
        }
        Authentication user = context.getPrincipal();
        return user == null ? Optional.empty() : credentials.user(user.getName());
    }
}

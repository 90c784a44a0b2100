package dev.rollcall.standalone.issuer;

import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.credentials.UserAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// Takes out of what the portal asks for the scopes that its user does not have. Scopes that there
/// are not at all stay in, to be refused.
final class OwnScopes implements AuthenticationConverter {
    private final AuthenticationConverter requests = new OAuth2AuthorizationCodeRequestAuthenticationConverter();
    private final Credentials credentials;
    private final Set<String> known;

    OwnScopes(Credentials credentials, Set<String> known) {
        this.credentials = credentials;
        this.known = Set.copyOf(known);
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return requests.convert(request) instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked
                ? narrowed(asked)
                : null;
    }

    private Authentication narrowed(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        var user = asked.getPrincipal() instanceof Authentication principal
                ? credentials.user(principal.getName())
                : Optional.<UserAccount>empty();
        return user.<Authentication>map(account -> with(asked, scopes(asked.getScopes(), account)))
                .orElse(asked);
    }

    private Set<String> scopes(Set<String> asked, UserAccount user) {
        var granted = new HashSet<>(asked);
        granted.removeIf(scope -> known.contains(scope)
                && !OidcScopes.OPENID.equals(scope)
                && !user.scopes().contains(scope));
        return granted;
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationToken with(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked, Set<String> scopes) {
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                (Authentication) asked.getPrincipal(),
                asked.getRedirectUri(),
                asked.getState(),
                scopes,
                asked.getAdditionalParameters());
    }
}

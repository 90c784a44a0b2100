package dev.rollcall.standalone.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/// Keeps the codes that nobody has redeemed yet, for a minute, and nothing else: tokens speak for
/// themselves. Of any number who redeem one code at once, one gets a token.
final class PendingCodes implements OAuth2AuthorizationService {
    static final Duration LIFE = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final Cache<String, OAuth2Authorization> pending =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFE).build();
    private final RegisteredClient portal;
    private final JwtDecoder idTokens;

    /// `idTokens` checks the signature of an ID token and lets an expired one pass.
    PendingCodes(RegisteredClient portal, JwtDecoder idTokens) {
        this.portal = portal;
        this.idTokens = idTokens;
    }

    /// Called with a fresh code, and once more, with the code spent, just before its token is
    /// handed out.
    @Override
    public void save(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            return;
        }
        if (code.isActive()) {
            pending.put(code.getToken().getTokenValue(), authorization);
        } else if (pending.asMap().remove(code.getToken().getTokenValue()) == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code != null) {
            pending.invalidate(code.getToken().getTokenValue());
        }
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var kind = type == null ? "" : type.getValue();
        return switch (kind) {
            case OAuth2ParameterNames.CODE -> pending.getIfPresent(token);
            case OidcParameterNames.ID_TOKEN -> ofIdToken(token);
            default -> null;
        };
    }

    /// What the end of a session is asked with.
    private @Nullable OAuth2Authorization ofIdToken(String value) {
        try {
            var jwt = idTokens.decode(value);
            var idToken = new OidcIdToken(value, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
            var subject = String.valueOf(jwt.getSubject());
            var user = UsernamePasswordAuthenticationToken.authenticated(subject, null, List.of());
            return OAuth2Authorization.withRegisteredClient(portal)
                    .principalName(subject)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .attribute(Principal.class.getName(), user)
                    .token(idToken)
                    .build();
        } catch (JwtException _) {
            return null;
        }
    }
}

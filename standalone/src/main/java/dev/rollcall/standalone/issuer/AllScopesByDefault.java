package dev.rollcall.standalone.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// A request that names no scope gets all that its client has (RFC 6749, 3.3), so that one line of
/// curl is enough. Requests that do name scopes are left to the usual converters.
final class AllScopesByDefault implements AuthenticationConverter {
    @Override
    public @Nullable OAuth2ClientCredentialsAuthenticationToken convert(HttpServletRequest request) {
        var byClient = AuthorizationGrantType.CLIENT_CREDENTIALS.getValue().equals(request.getParameter("grant_type"));
        if (!byClient || request.getParameter("scope") != null) {
            return null;
        }
        return SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken client
                        && client.getRegisteredClient() != null
                ? new OAuth2ClientCredentialsAuthenticationToken(
                        client, client.getRegisteredClient().getScopes(), Map.of())
                : null;
    }
}

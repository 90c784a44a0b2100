package dev.rollcall.standalone.issuer;

import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/// A code goes to one of the registered addresses, character by character. The rule that the
/// authorization server comes with allows every port of 127.0.0.1, for programs that listen for
/// their answer there; the portal is none, and another program on this machine must not get its
/// codes.
final class ExactRedirect implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {
    private static final OAuth2Error FOREIGN =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "OAuth 2.0 Parameter: redirect_uri", null);

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var redirect = request.getRedirectUri();
        if (redirect == null || !context.getRegisteredClient().getRedirectUris().contains(redirect)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(FOREIGN, null);
        }
    }
}

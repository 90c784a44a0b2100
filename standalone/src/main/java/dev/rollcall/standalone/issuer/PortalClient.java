package dev.rollcall.standalone.issuer;

import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.credentials.UserAccount;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The portal, a page in a browser that can keep no secret: it proves by PKCE that whoever redeems a
/// code has asked for it. It gets no refresh token; while its user is signed in here, it asks again
/// without a question (`prompt=none`).
final class PortalClient {
    static final String ID = "portal";

    private static final Duration CODE_LIFE = PendingCodes.LIFE;

    private PortalClient() {}

    static RegisteredClient registration(Credentials credentials, Origins origins, Duration tokenLife) {
        return RegisteredClient.withId(ID)
                .clientId(ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> origins.portal().forEach(origin -> {
                    uris.add(origin + "/");
                    uris.add(origin + "/signed-in");
                }))
                .postLogoutRedirectUris(uris -> origins.portal().forEach(origin -> uris.add(origin + "/")))
                .scopes(scopes -> scopes.addAll(scopes(credentials)))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .accessTokenTimeToLive(tokenLife)
                        .build())
                .build();
    }

    private static Set<String> scopes(Credentials credentials) {
        var all = new HashSet<>(Set.of(OidcScopes.OPENID));
        credentials.users().stream().map(UserAccount::scopes).forEach(all::addAll);
        return all;
    }
}

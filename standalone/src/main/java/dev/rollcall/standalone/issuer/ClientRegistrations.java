package dev.rollcall.standalone.issuer;

import dev.rollcall.standalone.credentials.ClientAccount;
import java.time.Duration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// What an account may do at the token endpoint.
final class ClientRegistrations {
    private ClientRegistrations() {}

    static RegisteredClient of(ClientAccount account, Duration tokenLife) {
        return RegisteredClient.withId(account.clientId())
                .clientId(account.clientId())
                // In plain text as in the credentials file, whose rights protect it; compared in constant time.
                .clientSecret("{noop}" + account.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(account.scopes()))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(tokenLife).build())
                .build();
    }
}

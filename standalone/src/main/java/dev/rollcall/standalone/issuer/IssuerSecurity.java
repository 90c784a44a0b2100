package dev.rollcall.standalone.issuer;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;
import static org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR;

import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.login.LoginForm;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Spring Authorization Server, cut down to authorization codes for the portal and client
/// credentials for machines, with the page on which a user signs in.
@Configuration(proxyBeanMethods = false)
public class IssuerSecurity {

    /// Codes are for those who have signed in here with a password. A bearer token, which the
    /// authorization server would take too, gets nobody another one.
    @Bean
    @Order(1)
    SecurityFilterChain issuerFilterChain(
            HttpSecurity http, LoginForm login, Credentials credentials, RegisteredClient portalClient) {
        http.securityMatcher(IssuerPaths.ALL)
                .oauth2AuthorizationServer(server -> endpoints(server, credentials, portalClient))
                .authorizeHttpRequests(requests -> requests.requestMatchers(LoginForm.PAGE, LoginForm.STYLE)
                        .permitAll()
                        .requestMatchers(IssuerPaths.AUTHORIZE)
                        .access(anyOf(hasAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY), toBeTold()))
                        .anyRequest()
                        .authenticated());
        login.secure(http);
        return http.build();
    }

    /// Where the portal wants no question asked, it is told that nobody has signed in.
    private static AuthorizationManager<RequestAuthorizationContext> toBeTold() {
        return (authentication, context) ->
                new AuthorizationDecision(authentication.get() instanceof AnonymousAuthenticationToken
                        && "none".equals(context.getRequest().getParameter("prompt")));
    }

    private static void endpoints(
            OAuth2AuthorizationServerConfigurer server, Credentials credentials, RegisteredClient portal) {
        var served = new ServedEndpoints(portal.getScopes());
        server.tokenEndpoint(tokens -> tokens.accessTokenRequestConverter(new AllScopesByDefault()))
                .authorizationEndpoint(codes -> codes(codes, new OwnScopes(credentials, portal.getScopes())))
                .authorizationServerMetadataEndpoint(
                        endpoint -> endpoint.authorizationServerMetadataCustomizer(metadata -> metadata.claims(served)))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                        endpoint -> endpoint.providerConfigurationCustomizer(metadata -> metadata.claims(served))));
    }

    private static void codes(OAuth2AuthorizationEndpointConfigurer codes, OwnScopes scopes) {
        codes.authorizationRequestConverter(scopes).authenticationProviders(IssuerSecurity::redirectExactly);
    }

    private static void redirectExactly(List<AuthenticationProvider> providers) {
        for (var provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                requests.setAuthenticationValidator(new ExactRedirect().andThen(DEFAULT_SCOPE_VALIDATOR));
            }
        }
    }
}

package dev.rollcall.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.rollcall.standalone.credentials.Credentials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/// Spring Authorization Server, cut down to the token endpoint, its public keys and its metadata.
/// Expects the [Credentials] and the signing key as beans. What the services check tokens with is
/// made here too.
@Configuration(proxyBeanMethods = false)
public class IssuerConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain issuerFilterChain(HttpSecurity http) {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(server ->
                        server.tokenEndpoint(tokens -> tokens.accessTokenRequestConverter(new AllScopesByDefault())))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Credentials credentials) {
        return AuthorizationServerSettings.builder().issuer(issuer(credentials)).build();
    }

    @Bean
    RegisteredClientRepository registeredClients(Credentials credentials) {
        return new InMemoryRegisteredClientRepository(
                credentials.clients().stream().map(ClientRegistrations::of).toList());
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new ForgottenAuthorizations();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> partyClaims(Credentials credentials) {
        return new PartyClaims(credentials);
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(RSAKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey));
    }

    @Bean
    JwtDecoder jwtDecoder(RSAKey signingKey, Credentials credentials) throws JOSEException {
        var decoder =
                NimbusJwtDecoder.withPublicKey(signingKey.toRSAPublicKey()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer(credentials)));
        return decoder;
    }

    private static String issuer(Credentials credentials) {
        return credentials.tokenEndpoint().resolve("/").toString().replaceAll("/$", "");
    }
}

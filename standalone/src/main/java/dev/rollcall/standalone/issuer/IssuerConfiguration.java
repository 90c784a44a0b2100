package dev.rollcall.standalone.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.rollcall.access.issuers.TrustedIssuer;
import dev.rollcall.standalone.credentials.Credentials;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// What the authorization server works with. Expects the [Credentials] and the [SigningKeyFile] as
/// beans.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerProperties.class)
public class IssuerConfiguration {

    @Bean
    Origins issuerOrigins(Credentials credentials) {
        return Origins.of(credentials);
    }

    /// All under one path, to which the session's cookie is bound.
    @Bean
    AuthorizationServerSettings authorizationServerSettings(Origins origins) {
        return AuthorizationServerSettings.builder()
                .issuer(origins.issuer())
                .oidcLogoutEndpoint(IssuerPaths.SIGN_OUT)
                .build();
    }

    @Bean
    RegisteredClient portalClient(Credentials credentials, Origins origins, IssuerProperties properties) {
        return PortalClient.registration(credentials, origins, properties.userTokenLife());
    }

    @Bean
    RegisteredClientRepository registeredClients(
            Credentials credentials, RegisteredClient portalClient, IssuerProperties properties) {
        var machines = credentials.clients().stream()
                .map(account -> ClientRegistrations.of(account, properties.clientTokenLife()));
        return new InMemoryRegisteredClientRepository(
                Stream.concat(machines, Stream.of(portalClient)).toList());
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            RegisteredClient portalClient, JWKSource<SecurityContext> signingKeys, Origins origins) {
        var idTokens = NimbusJwtDecoder.withJwkSource(signingKeys).build();
        idTokens.setJwtValidator(new JwtIssuerValidator(origins.issuer()));
        return new PendingCodes(portalClient, idTokens);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> partyClaims(Credentials credentials) {
        return new PartyClaims(credentials);
    }

    /// Tokens keep to the real time, whatever the services' clock says.
    @Bean
    SigningKeys signingKeys(SigningKeyFile file, IssuerProperties properties) {
        return new SigningKeys(file, properties.keyLives(), InstantSource.system());
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys signingKeys) {
        return new NimbusJwtEncoder(signingKeys.signing());
    }

    /// The services of this process take its tokens without an HTTP call to itself.
    @Bean
    TrustedIssuer ownIssuer(JWKSource<SecurityContext> signingKeys, Origins origins) {
        return TrustedIssuer.of(origins.issuer(), signingKeys);
    }
}

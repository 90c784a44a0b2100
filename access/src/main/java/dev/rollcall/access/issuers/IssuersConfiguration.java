package dev.rollcall.access.issuers;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// The allow-list: what the properties name, and what the process is itself.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuersProperties.class)
class IssuersConfiguration {
    private static final int KEY_SET_BYTES = 512 * 1024;

    @Bean
    JwtDecoder tokenDecoder(IssuersProperties properties, ObjectProvider<TrustedIssuer> own) {
        var issuers = Stream.concat(own.orderedStream(), remote(properties)).toList();
        if (issuers.isEmpty()) {
            throw new IllegalStateException(
                    "no issuer of tokens is trusted: set ROLLCALL_ISSUER, or rollcall.security.issuers");
        }
        var decoder = new IssuerDecoder(properties);
        var checks = new AllowListDecoder(decoders(issuers, decoder));
        var keys = issuers.stream().collect(Collectors.toMap(TrustedIssuer::issuer, TrustedIssuer::keys));
        return new RememberedTokens(checks, keys, decoder.time());
    }

    private static Map<String, JwtDecoder> decoders(List<TrustedIssuer> issuers, IssuerDecoder decoder) {
        var decoders = new HashMap<String, JwtDecoder>();
        for (var issuer : issuers) {
            if (decoders.put(issuer.issuer(), decoder.of(issuer)) != null) {
                throw new IllegalStateException("the issuer " + issuer.issuer() + " is on the list twice");
            }
        }
        return decoders;
    }

    /// Entries without a name are those of an application.yml whose variables nobody has set.
    private static Stream<TrustedIssuer> remote(IssuersProperties properties) {
        var timeout = Math.toIntExact(properties.keyTimeout().toMillis());
        var http = new DefaultResourceRetriever(timeout, timeout, KEY_SET_BYTES);
        return properties.issuers().stream()
                .filter(entry -> !entry.issuer().isBlank())
                .map(entry -> remote(entry, properties, http));
    }

    private static TrustedIssuer remote(IssuerProperties entry, IssuersProperties properties, ResourceRetriever http) {
        var endpoint = new KeySetEndpoint(entry.issuer(), entry.jwkSetUri(), http);
        return new TrustedIssuer(
                entry.issuer(),
                new RemoteKeys(endpoint, properties),
                entry.audiences(),
                entry.claims(),
                entry.scopes());
    }
}

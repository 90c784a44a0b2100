package dev.rollcall.access.issuers;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Checks the tokens of one issuer: signature, type, time, audience.
final class IssuerDecoder {
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final IssuersProperties properties;

    IssuerDecoder(IssuersProperties properties) {
        this.properties = properties;
    }

    JwtDecoder of(TrustedIssuer issuer) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(), issuer.keys()));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(typesAndNone()));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // below, with our own clock skew
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(new CanonicalClaims(issuer.claims(), issuer.scopes()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(time(), audience(issuer.audiences()))));
        return decoder;
    }

    private Set<JWSAlgorithm> algorithms() {
        return properties.algorithms().stream()
                .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
                .collect(Collectors.toSet());
    }

    /// Of any issuer.
    OAuth2TokenValidator<Jwt> time() {
        var time = new JwtTimestampValidator(properties.clockSkew());
        time.setAllowEmptyExpiryClaim(false);
        return time;
    }

    private static OAuth2TokenValidator<Jwt> audience(Set<String> ours) {
        return new JwtClaimValidator<Collection<String>>(
                JwtClaimNames.AUD, named -> named != null && !Collections.disjoint(named, ours));
    }

    /// A token need not tell its type.
    private static Set<@Nullable JOSEObjectType> typesAndNone() {
        var types = new HashSet<@Nullable JOSEObjectType>(TYPES);
        types.add(null);
        return types;
    }
}

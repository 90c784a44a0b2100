package dev.rollcall.access.issuers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// Checks the signature of a token that comes again and again once. What is remembered holds as long as the
/// issuer has the very keys that it was checked with; whether the token is valid now is looked at each
/// time. So a withdrawn key and an expired token are refused as soon as they would be without a memory. Of
/// a refused token nothing is remembered.
final class RememberedTokens implements JwtDecoder {
    private static final int CHARACTERS = 16_000_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JwtDecoder checks;
    private final Map<String, JWKSource<SecurityContext>> issuers;
    private final OAuth2TokenValidator<Jwt> time;
    private final Cache<String, Checked> byDigest = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher(
                    (String _, Checked checked) -> checked.jwt().getTokenValue().length())
            .expireAfterWrite(KEPT)
            .build();

    /// `issuers` are the keys of those whose tokens `checks` may let through.
    RememberedTokens(
            JwtDecoder checks, Map<String, JWKSource<SecurityContext>> issuers, OAuth2TokenValidator<Jwt> time) {
        this.checks = checks;
        this.issuers = Map.copyOf(issuers);
        this.time = time;
    }

    /// Those keys of an issuer that a token may be signed with.
    private record Candidates(JWKSource<SecurityContext> issuer, JWKSelector selector) {

        /// None where they can't be had.
        List<JWK> now() {
            try {
                return issuer.get(selector, null);
            } catch (KeySourceException _) {
                return List.of();
            }
        }
    }

    private record Checked(Jwt jwt, Candidates candidates, List<JWK> keys) {}

    @Override
    public Jwt decode(String token) {
        var digest = digest(token);
        var known = byDigest.getIfPresent(digest);
        if (known == null) {
            return check(token, digest);
        }
        if (known.keys().equals(known.candidates().now()) && isTimely(known.jwt())) {
            return known.jwt();
        }
        byDigest.invalidate(digest);
        return checks.decode(token);
    }

    private boolean isTimely(Jwt jwt) {
        return !time.validate(jwt).hasErrors();
    }

    /// Refused at first, it asks its issuer no more than it would without a memory. What is remembered is a verdict
    /// between two looks at the keys: if they change meanwhile, there is nothing to be remembered.
    private Jwt check(String token, String digest) {
        checks.decode(token);
        var candidates = candidates(token);
        var keys = candidates.map(Candidates::now).orElse(List.of());
        var jwt = checks.decode(token);
        candidates
                .filter(same -> !keys.isEmpty() && keys.equals(same.now()))
                .ifPresent(same -> byDigest.put(digest, new Checked(jwt, same, keys)));
        return jwt;
    }

    /// By what the token says of itself, which is not checked yet.
    private Optional<Candidates> candidates(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var issuer = issuers.get(jwt.getJWTClaimsSet().getIssuer());
            return issuer == null
                    ? Optional.empty()
                    : Optional.ofNullable(JWKMatcher.forJWSHeader(jwt.getHeader()))
                            .map(matcher -> new Candidates(issuer, new JWKSelector(matcher)));
        } catch (ParseException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static String digest(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.rollcall.access.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {
    private static final String ISSUER = "https://issuer.example";
    private static final RSAKey KEY = newKey("a");
    private static final String TOKEN = token("ada");

    private JWKSet published = new JWKSet(KEY.toPublicJWK());
    private boolean issuerIsAway;
    private boolean isExpired;
    private final List<String> checked = new ArrayList<>();
    private final JWKSource<SecurityContext> keys = (selector, _) -> {
        if (issuerIsAway) {
            throw new KeySourceException("away");
        }
        return selector.select(published);
    };
    private final RememberedTokens tokens = new RememberedTokens(
            this::check,
            Map.of(ISSUER, keys),
            _ -> isExpired
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("expired"))
                    : OAuth2TokenValidatorResult.success());

    @Test
    void checksATokenThatComesAgainOnce() {
        var first = tokens.decode(TOKEN);

        assertThat(tokens.decode(TOKEN)).isSameAs(first);
        assertThat(tokens.decode(TOKEN)).isSameAs(first);
        assertThat(checked).containsExactly(TOKEN, TOKEN);
    }

    @Test
    void checksEachTokenOfItsOwn() {
        tokens.decode(TOKEN);

        assertThat(tokens.decode(token("bert")).getSubject()).isEqualTo("bert");
        assertThatThrownBy(() -> tokens.decode(TOKEN.substring(0, TOKEN.length() - 4) + "AAAA"))
                .isInstanceOf(BadJwtException.class);
        assertThat(checked).hasSize(5);
    }

    @Test
    void refusesAKnownTokenAsSoonAsItsKeyIsWithdrawn() {
        tokens.decode(TOKEN);

        published = new JWKSet(newKey("b").toPublicJWK());

        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesAKnownTokenOnceAnotherKeyHasTheNameOfItsOwn() {
        tokens.decode(TOKEN);

        published = new JWKSet(newKey("a").toPublicJWK());

        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesAKnownTokenAsSoonAsItHasExpired() {
        tokens.decode(TOKEN);

        isExpired = true;

        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void remembersNothingOfARefusedToken() {
        isExpired = true;
        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);

        isExpired = false;

        assertThat(tokens.decode(TOKEN).getSubject()).isEqualTo("ada");
        assertThat(checked).hasSize(3);
    }

    @Test
    void leavesItToTheCheckWhatAnAbsentIssuerMeans() {
        tokens.decode(TOKEN);

        issuerIsAway = true;

        assertThatThrownBy(() -> tokens.decode(TOKEN)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("junk")).isInstanceOf(BadJwtException.class);
    }

    /// As a decoder would, of the keys that are there now.
    private Jwt check(String token) {
        checked.add(token);
        try {
            var jwt = SignedJWT.parse(token);
            var key = published.getKeyByKeyId(jwt.getHeader().getKeyID());
            if (issuerIsAway || isExpired || key == null || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
                throw new BadJwtException("refused");
            }
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject(jwt.getJWTClaimsSet().getSubject())
                    .build();
        } catch (ParseException | JOSEException e) {
            throw new BadJwtException("refused", e);
        }
    }

    private static String token(String subject) {
        try {
            var claims =
                    new JWTClaimsSet.Builder().issuer(ISSUER).subject(subject).build();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("a").build(), claims);
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

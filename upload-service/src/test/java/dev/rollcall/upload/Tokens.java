package dev.rollcall.upload;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rollcall.access.issuers.TrustedIssuer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;

/// Signs tokens as an issuer would, with a key of the tests' own.
final class Tokens {
    private static final String ISSUER = "https://issuer.example";
    private static final KeyPair KEYS = keys();

    private Tokens() {}

    static TrustedIssuer issuer() {
        var key = new RSAKey.Builder((RSAPublicKey) KEYS.getPublic()).build();
        return TrustedIssuer.of(ISSUER, new ImmutableJWKSet<>(new JWKSet(key)));
    }

    static String tenant(String tenant, String scope) {
        return signed(claims(scope).claim("tenant", tenant));
    }

    static String supplier(String supplier, String scope) {
        return signed(claims(scope).claim("supplier", supplier));
    }

    static String partner(String partner, String scope) {
        return signed(claims(scope).claim("partner", partner));
    }

    static String ofNobody(String scope) {
        return signed(claims(scope));
    }

    static String ofTwoParties(String scope) {
        return signed(claims(scope).claim("tenant", "contoso").claim("supplier", "oem"));
    }

    private static JWTClaimsSet.Builder claims(String scope) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(TrustedIssuer.AUDIENCE)
                .subject("admin@contoso.com")
                .claim("scope", scope)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
            jwt.sign(new RSASSASigner(KEYS.getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

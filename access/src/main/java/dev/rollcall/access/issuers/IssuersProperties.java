package dev.rollcall.access.issuers;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/// Whose tokens are taken. Keys are asked for again after `keyCache`; for a key that is not known they are asked for
/// at once, but about once in `keyRefreshInterval` only, so that nobody can make us hammer an issuer. The algorithms
/// are signatures with public keys; there is no way to allow `none` or a shared secret.
@ConfigurationProperties("rollcall.security")
record IssuersProperties(
        @DefaultValue List<IssuerProperties> issuers,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("5m") Duration keyCache,
        @DefaultValue("15s") Duration keyRefreshInterval,
        @DefaultValue("3s") Duration keyTimeout,

        @DefaultValue({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
        Set<SignatureAlgorithm> algorithms) {

    IssuersProperties {
        if (keyCache.compareTo(keyRefreshInterval) <= 0) {
            throw new IllegalArgumentException("key-cache must be longer than key-refresh-interval");
        }
    }
}

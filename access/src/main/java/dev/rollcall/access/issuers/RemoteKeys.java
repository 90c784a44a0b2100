package dev.rollcall.access.issuers;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of an issuer somewhere else, kept for a while. For an unknown key the issuer is asked again, but at most
/// twice in the interval. In between, an unknown key is one that does not exist, unless the last question got no
/// answer: then nobody knows.
final class RemoteKeys implements JWKSource<SecurityContext> {
    private static final int WAITING_FOR_ANOTHER = 5;

    private final KeySetEndpoint endpoint;
    private final JWKSource<SecurityContext> keys;

    RemoteKeys(KeySetEndpoint endpoint, IssuersProperties properties) {
        this.endpoint = endpoint;
        this.keys = JWKSourceBuilder.create(endpoint)
                .cache(
                        properties.keyCache().toMillis(),
                        properties
                                .keyTimeout()
                                .multipliedBy(WAITING_FOR_ANOTHER)
                                .toMillis())
                .refreshAheadCache(false)
                .rateLimited(properties.keyRefreshInterval().toMillis())
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return keys.get(wanted, context);
        } catch (RateLimitReachedException tooOften) {
            if (endpoint.answered()) {
                return List.of();
            }
            throw tooOften;
        }
    }
}

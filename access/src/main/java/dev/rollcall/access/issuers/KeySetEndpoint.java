package dev.rollcall.access.issuers;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/// Where an issuer serves its keys: as configured, or as its OpenID Connect metadata says. The metadata is read when
/// keys are needed first, so that we start while the issuer is away.
final class KeySetEndpoint implements JWKSetSource<SecurityContext> {
    private final String issuer;
    private final ResourceRetriever http;
    private volatile @Nullable URI location;
    private volatile boolean answered;

    KeySetEndpoint(String issuer, @Nullable URI location, ResourceRetriever http) {
        this.issuer = issuer;
        this.location = location;
        this.http = http;
    }

    /// Whether the last question got an answer.
    boolean answered() {
        return answered;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws KeySourceException {
        answered = false;
        var keys = new URLBasedJWKSetSource<>(located(), http).getJWKSet(refresh, currentTime, context);
        answered = true;
        return keys;
    }

    private URL located() throws KeySourceException {
        try {
            var known = location;
            if (known == null) {
                known = discovered();
                location = known;
            }
            return known.toURL();
        } catch (IOException | ParseException | IllegalArgumentException cause) {
            throw new JWKSetUnavailableException("the metadata of the issuer can't be had", cause);
        }
    }

    private URI discovered() throws IOException, ParseException {
        var metadata = URI.create(withoutSlash(issuer) + "/.well-known/openid-configuration");
        var said = JSONObjectUtils.parse(http.retrieveResource(metadata.toURL()).getContent());
        if (!issuer.equals(JSONObjectUtils.getString(said, "issuer"))) {
            throw new IllegalArgumentException("the metadata is that of another issuer");
        }
        return JSONObjectUtils.getURI(said, "jwks_uri");
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {}
}

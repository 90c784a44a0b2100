package dev.rollcall.access.issuers;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/// Takes the tokens of the issuers on the allow-list, each checked by the decoder of the issuer that it names. The
/// answer to the caller says nothing of why a token was refused; the log does, at the level of debugging, because
/// anybody can send refused tokens.
final class AllowListDecoder implements JwtDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(AllowListDecoder.class);

    private final Map<String, JwtDecoder> issuers;

    AllowListDecoder(Map<String, JwtDecoder> issuers) {
        this.issuers = Map.copyOf(issuers);
    }

    @Override
    public Jwt decode(String token) {
        var issuer = issuer(token);
        var decoder = issuer == null ? null : issuers.get(issuer);
        if (decoder == null) {
            LOG.atDebug().log("a token of no issuer on the list was refused");
            throw refusal();
        }
        try {
            return decoder.decode(token);
        } catch (JwtException cause) {
            if (cause.getCause() instanceof KeySourceException outage) {
                LOG.atWarn()
                        .addKeyValue("issuer", issuer)
                        .addKeyValue("reason", outage.getMessage())
                        .log("the keys of an issuer can't be had");
                throw cause;
            }
            LOG.atDebug().addKeyValue("issuer", issuer).setCause(cause).log("a token was refused");
            throw refusal();
        }
    }

    private static @Nullable String issuer(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException | RuntimeException _) {
            return null;
        }
    }

    private static BadJwtException refusal() {
        return new BadJwtException("The token is not accepted");
    }
}

package dev.rollcall.standalone.issuer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things last. A user's token lives shortly, since a browser holds it and asks for a new
/// one by itself while its user is signed in.
@ConfigurationProperties("rollcall.issuer")
record IssuerProperties(
        @DefaultValue("10m") Duration userTokenLife,
        @DefaultValue("1h") Duration clientTokenLife,
        @DefaultValue("90d") Duration keyLife) {

    /// Those who check a token allow half a minute for clocks that differ; this is enough.
    private static final Duration SKEW = Duration.ofMinutes(2);

    /// Of an ID token, which the authorization server doesn't let be set.
    private static final Duration ID_TOKEN_LIFE = Duration.ofMinutes(30);

    SigningKeys.Lives keyLives() {
        var access = userTokenLife.compareTo(clientTokenLife) > 0 ? userTokenLife : clientTokenLife;
        var longest = access.compareTo(ID_TOKEN_LIFE) > 0 ? access : ID_TOKEN_LIFE;
        return new SigningKeys.Lives(keyLife, longest.plus(SKEW));
    }
}

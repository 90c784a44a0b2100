package dev.rollcall.standalone.issuer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of this issuer as they are now. A key that is old enough is replaced, and stays
/// published and accepted until its last token has expired; where the operator has deleted the file,
/// a new key is made and what the old ones have signed is refused.
final class SigningKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final SigningKeyFile file;
    private final Lives lives;
    private final InstantSource clock;
    private KeyRing ring;
    private Instant nextLook = Instant.MIN;

    /// For how long a key signs, and for how long the longest-lived token is valid, the clocks'
    /// skew included.
    record Lives(Duration key, Duration token) {}

    SigningKeys(SigningKeyFile file, Lives lives, InstantSource clock) {
        this.file = file;
        this.lives = lives;
        this.clock = clock;
        this.ring = file.opened();
    }

    /// The public keys, for those who check a token.
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(ring().published(clock.instant()));
    }

    /// The key that signs now.
    JWKSource<SecurityContext> signing() {
        return (selector, _) -> selector.select(new JWKSet(ring().current()));
    }

    private synchronized KeyRing ring() {
        var now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(BETWEEN_LOOKS);
            look(now);
        }
        return ring;
    }

    private void look(Instant now) {
        if (!file.exists()) {
            replace(new KeyRing(SigningKeyFile.generate(now), List.of()), "the file was deleted");
        } else if (ring.isOlderThan(lives.key(), now)) {
            replace(ring.succeededBy(SigningKeyFile.generate(now), now, lives.token()), "the key was old");
        }
    }

    /// What can't be written is not used either: the next start would not know it.
    private void replace(KeyRing next, String reason) {
        try {
            file.write(next);
            ring = next;
            LOG.atInfo()
                    .addKeyValue("keyId", next.current().getKeyID())
                    .addKeyValue("reason", reason)
                    .log("new signing key");
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("reason", reason).log("no new signing key");
        }
    }
}

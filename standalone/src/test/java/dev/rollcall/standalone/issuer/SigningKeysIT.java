package dev.rollcall.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

class SigningKeysIT {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TOKEN = Duration.ofHours(1);
    private static final SigningKeys.Lives LIVES = new SigningKeys.Lives(DAY, TOKEN);

    @TempDir
    private Path directory = Path.of("");

    /// Not far from the real one, by which a decoder judges a token's age.
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    @Test
    void aKeySignsUntilItIsOld() {
        var keys = keys();
        var first = keyId(token(keys));

        forward(DAY.minusSeconds(60));
        var late = keyId(token(keys));
        forward(Duration.ofSeconds(60));
        var next = keyId(token(keys));

        assertThat(late).isEqualTo(first);
        assertThat(next).isNotEqualTo(first);
    }

    @Test
    void whatARetiredKeyHasSignedIsAcceptedUntilItWouldHaveExpired() {
        var keys = keys();
        var token = token(keys);
        forward(DAY);
        token(keys);

        forward(TOKEN.minusSeconds(1));
        check(keys, token);
        assertThat(published(keys)).hasSize(2).noneMatch(JWK::isPrivate);
        forward(Duration.ofSeconds(1));

        assertThatThrownBy(() -> check(keys, token)).isInstanceOf(JwtException.class);
        assertThat(published(keys)).hasSize(1);
    }

    @Test
    void aRotationOutlivesAStart() throws IOException, ParseException {
        var keys = keys();
        var before = token(keys);
        forward(DAY);
        var after = token(keys);

        var restarted = keys();

        check(restarted, before);
        check(restarted, after);
        assertThat(keyId(token(restarted))).isEqualTo(keyId(after));
        assertThat(JWKSet.parse(Files.readString(file())).getKeys().stream().filter(JWK::isPrivate))
                .hasSize(1);
    }

    @Test
    void aKeyThatTheOperatorDeletesIsRefusedAtOnce() throws IOException {
        var keys = keys();
        var token = token(keys);
        Files.delete(file());

        forward(Duration.ofSeconds(5));

        assertThatThrownBy(() -> check(keys, token)).isInstanceOf(JwtException.class);
        check(keys, token(keys));
        assertThat(file()).exists();
    }

    @Test
    void theSingleKeyOfTheOldFormIsReplacedAndItsTokensStayValid() throws IOException {
        var old = new RSAKey.Builder(SigningKeyFile.generate(now.get()))
                .issueTime(null)
                .build();
        Files.writeString(file(), old.toJSONString());

        var keys = keys();

        assertThat(keyId(token(keys))).isNotEqualTo(old.getKeyID());
        assertThat(published(keys)).extracting(JWK::getKeyID).contains(old.getKeyID());
    }

    private SigningKeys keys() {
        return new SigningKeys(SigningKeyFile.open(file(), now.get()), LIVES, now::get);
    }

    private Path file() {
        return directory.resolve("signing-key.json");
    }

    private void forward(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private static String token(SigningKeys keys) {
        var claims = JwtClaimsSet.builder().subject("contoso").build();
        return new NimbusJwtEncoder(keys.signing())
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    private static void check(SigningKeys keys, String token) {
        assertThat(NimbusJwtDecoder.withJwkSource(keys).build().decode(token).getSubject())
                .isEqualTo("contoso");
    }

    private static String keyId(String token) {
        try {
            return JWSObject.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<JWK> published(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }
}

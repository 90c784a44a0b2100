package dev.rollcall.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.rollcall.standalone.engine.OwnerOnly;
import dev.rollcall.standalone.engine.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// The keys that sign the tokens, kept as a JWK set in a file that only its owner can read.
public final class SigningKeyFile {
    private static final int BITS = 3072;

    private final Path path;
    private final KeyRing opened;

    private SigningKeyFile(Path path, KeyRing opened) {
        this.path = path;
        this.opened = opened;
    }

    /// Makes the file with a first key where there is none.
    public static SigningKeyFile open(Path path, Instant now) {
        try {
            if (!Files.exists(path)) {
                OwnerOnly.write(path, new KeyRing(generate(now), List.of()).toJson());
            }
            return new SigningKeyFile(path, KeyRing.parse(Files.readString(path)));
        } catch (IOException | ParseException e) {
            throw new StartFailure("the signing keys " + path + " can't be read or written", e);
        }
    }

    KeyRing opened() {
        return opened;
    }

    boolean exists() {
        return Files.exists(path);
    }

    void write(KeyRing ring) throws IOException {
        OwnerOnly.write(path, ring.toJson());
    }

    static RSAKey generate(Instant now) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }
}

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

/// The key that signs the tokens: made at the first start, kept as a JWK in a file that only its
/// owner can read.
public final class SigningKey {
    private static final int BITS = 3072;

    private SigningKey() {}

    public static RSAKey open(Path file) {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, generate().toJSONString());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException | ParseException e) {
            throw new StartFailure("the signing key " + file + " can't be read or written", e);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }
}

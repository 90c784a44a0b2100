package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A password between the parts of one installation: drawn when it is first needed, readable by its
/// owner only.
final class SecretFile {
    private static final int BYTES = 16;

    private SecretFile() {}

    static String open(Path file) throws IOException {
        if (!Files.exists(file)) {
            var random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            OwnerOnly.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }
}

package dev.rollcall.upload.batch;

import dev.rollcall.upload.reading.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SHA-256 over everything that makes an upload what it is: names and content of its files, and the
/// group tag. Each part is followed by its length, so that no two uploads run together to the same
/// bytes.
final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static byte[] of(List<SourceFile> files, @Nullable String groupTag) throws IOException {
        var fingerprint = new Fingerprint();
        fingerprint.add(groupTag == null ? "" : groupTag);
        for (var file : files) {
            fingerprint.add(file.name());
            fingerprint.add(file);
        }
        return fingerprint.digest.digest();
    }

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        addLength(bytes.length);
    }

    private void add(SourceFile file) throws IOException {
        try (var content = file.content().open();
                var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            addLength(content.transferTo(sink));
        }
    }

    private void addLength(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

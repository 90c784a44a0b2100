package dev.rollcall.status.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The place in a list behind one of its items: the item's `sortKey` and `id`, and the `total` of the walk. As text it
/// is opaque and carries a digest of the query it belongs to, so that it opens no other query.
///
/// ```
/// base64url( first 12 bytes of SHA-256(query NUL content) , content )      content = total LF id LF sortKey
/// ```
public record Cursor(String sortKey, String id, long total) {
    private static final int DIGEST_LENGTH = 12;
    private static final int MAX_LENGTH = 4096;

    /// `query` names caller, filters and sort.
    public String encode(String query) {
        var content = (total + "\n" + id + "\n" + sortKey).getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(digest(query, content), DIGEST_LENGTH + content.length);
        System.arraycopy(content, 0, bytes, DIGEST_LENGTH, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty for anything that [#encode] did not make for this very query.
    public static Optional<Cursor> decode(String text, String query) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return open(Base64.getUrlDecoder().decode(text), query)
                    .filter(cursor -> cursor.encode(query).equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> open(byte[] bytes, String query) {
        if (bytes.length < DIGEST_LENGTH) {
            return Optional.empty();
        }
        var content = Arrays.copyOfRange(bytes, DIGEST_LENGTH, bytes.length);
        if (!Arrays.equals(digest(query, content), Arrays.copyOf(bytes, DIGEST_LENGTH))) {
            return Optional.empty();
        }
        var parts = new String(content, StandardCharsets.UTF_8).split("\n", 3);
        return parts.length == 3
                ? Optional.of(new Cursor(parts[2], parts[1], Long.parseLong(parts[0])))
                : Optional.empty();
    }

    private static byte[] digest(String query, byte[] content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(query.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return Arrays.copyOf(sha256.digest(content), DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

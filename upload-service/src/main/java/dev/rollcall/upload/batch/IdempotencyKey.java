package dev.rollcall.upload.batch;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The sender's name for one upload, so that a retry is known as such: 1 to 255 printable ASCII characters.
record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E]{1,255}");

    IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    static Optional<IdempotencyKey> of(String header) {
        return FORM.matcher(header).matches() ? Optional.of(new IdempotencyKey(header)) : Optional.empty();
    }

    /// For an upload that nobody can repeat.
    static IdempotencyKey random() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}

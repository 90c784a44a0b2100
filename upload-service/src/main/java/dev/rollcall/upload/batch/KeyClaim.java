package dev.rollcall.upload.batch;

import dev.rollcall.identity.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the wish to use an idempotency key.
sealed interface KeyClaim {

    /// The key is this upload's, as long as the lease is kept. `acceptedAt` and `call` are those of the first attempt.
    record Held(UUID lease, Instant acceptedAt, @Nullable RequestId call) implements KeyClaim {}

    /// The same upload was completed before.
    record Completed(long rowCount, List<String> ignoredColumns) implements KeyClaim {}

    /// The same upload is at work elsewhere.
    record Running() implements KeyClaim {}

    /// Another upload had the key.
    record Reused() implements KeyClaim {}
}

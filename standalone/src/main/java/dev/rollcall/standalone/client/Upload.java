package dev.rollcall.standalone.client;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Files to be posted as one batch, for a `customer` of the posting partner or, without one, for the
/// posting tenant itself. Posting them again under the same `idempotencyKey` is the same batch.
public record Upload(
        List<Path> files, @Nullable String customer, String idempotencyKey, boolean dryRun, LongConsumer progress) {
    public Upload {
        files = List.copyOf(files);
    }

    public static Upload of(Path file, String idempotencyKey) {
        return new Upload(List.of(file), null, idempotencyKey, false, _ -> {});
    }
}

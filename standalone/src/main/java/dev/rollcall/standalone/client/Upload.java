package dev.rollcall.standalone.client;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// Files to be posted as one batch. Posting them again under the same `idempotencyKey` is the same
/// batch.
public record Upload(List<Path> files, String idempotencyKey, boolean dryRun, LongConsumer progress) {
    public Upload {
        files = List.copyOf(files);
    }

    public static Upload of(Path file, String idempotencyKey) {
        return new Upload(List.of(file), idempotencyKey, false, _ -> {});
    }
}

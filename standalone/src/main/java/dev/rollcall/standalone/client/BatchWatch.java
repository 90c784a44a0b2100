package dev.rollcall.standalone.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Follows a batch until every row has its outcome. Gives up where nothing has moved for a while.
public final class BatchWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final RollcallApi api;
    private final Duration patience;
    private final InstantSource clock = InstantSource.system();

    public BatchWatch(RollcallApi api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    /// `heard` is told of every look. The batch need not be visible yet.
    public BatchProgress untilCompleted(String batchId, Consumer<BatchProgress> heard) {
        var done = -1L;
        var moved = clock.instant();
        while (true) {
            var progress = api.progress(batchId);
            progress.ifPresent(heard);
            if (progress.isPresent() && progress.get().completed()) {
                return progress.get();
            }
            if (doneIn(progress) > done) {
                done = doneIn(progress);
                moved = clock.instant();
            }
            requireMovement(batchId, moved);
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private void requireMovement(String batchId, Instant moved) {
        if (clock.instant().isAfter(moved.plus(patience))) {
            throw new ClientFailure("nothing has moved for " + patience.toSeconds()
                    + " s; the rows are safe, see batch " + batchId + " later");
        }
    }

    private static long doneIn(Optional<BatchProgress> progress) {
        return progress.map(BatchProgress::done).orElse(-1L);
    }
}

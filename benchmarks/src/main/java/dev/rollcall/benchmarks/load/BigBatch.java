package dev.rollcall.benchmarks.load;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.SubmitAnswer;
import dev.rollcall.standalone.client.Upload;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// A batch that is posted in the background and can be watched from the first moment: its id follows from its
/// idempotency key.
public final class BigBatch {
    private final Caller caller;
    private final String id;
    private final long failures;
    private final long postedAt = System.nanoTime();
    private final CompletableFuture<SubmitAnswer> answer;
    private final CompletableFuture<Long> answeredAt;

    private BigBatch(Caller caller, Path file, long failures, Executor background) {
        var key = UUID.randomUUID().toString();
        this.caller = caller;
        this.id = BatchId.of(new TenantId(caller.party()), caller.party(), key).toString();
        this.failures = failures;
        this.answer = CompletableFuture.supplyAsync(() -> caller.uploads().submit(Upload.of(file, key)), background);
        this.answeredAt = answer.thenApply(_ -> System.nanoTime());
    }

    /// On behalf of a tenant. More failed rows than `failures` are a failure of the measurement.
    public static BigBatch post(Caller caller, Path file, long failures, Executor background) {
        return new BigBatch(caller, file, failures, background);
    }

    public long postedAt() {
        return postedAt;
    }

    /// When the server said that it has all rows. Waits for that.
    public long answeredAt() {
        return answeredAt.join();
    }

    /// The rows whose outcome can be seen.
    public long finished() {
        return progress().map(BatchProgress::done).orElse(0L);
    }

    public boolean isComplete() {
        return progress().filter(BatchProgress::completed).isPresent();
    }

    /// Empty while nothing can be seen of it.
    public Optional<BatchProgress> progress() {
        var progress = caller.answers().progress(id);
        progress.ifPresent(this::requireSuccess);
        requireAccepted();
        return progress;
    }

    private void requireSuccess(BatchProgress progress) {
        if (progress.failed() > failures) {
            throw new BenchFailure("batch " + id + " has failed rows: " + progress.counts());
        }
    }

    private void requireAccepted() {
        if (answer.isDone() && answer.join() instanceof SubmitAnswer.Refused(var problem)) {
            throw new BenchFailure("a batch was refused: " + problem.headline());
        }
    }
}

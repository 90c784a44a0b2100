package dev.rollcall.benchmarks.fairness;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.standalone.client.BatchProgress;
import dev.rollcall.standalone.client.RollcallApi;
import dev.rollcall.standalone.client.SubmitAnswer;
import dev.rollcall.standalone.client.Upload;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// A batch that is posted in the background and can be watched from the first moment: its id follows from its
/// idempotency key.
final class BigBatch {
    private final RollcallApi api;
    private final String id;
    private final long postedAt = System.nanoTime();
    private final CompletableFuture<SubmitAnswer> answer;
    private final CompletableFuture<Long> answeredAt;

    private BigBatch(RollcallApi api, String tenant, Path file, Executor background) {
        var key = UUID.randomUUID().toString();
        this.api = api;
        this.id = BatchId.of(new TenantId(tenant), tenant, key).toString();
        this.answer = CompletableFuture.supplyAsync(() -> api.submit(Upload.of(file, key)), background);
        this.answeredAt = answer.thenApply(_ -> System.nanoTime());
    }

    static BigBatch post(RollcallApi api, String tenant, Path file, Executor background) {
        return new BigBatch(api, tenant, file, background);
    }

    long postedAt() {
        return postedAt;
    }

    /// When the server said that it has all rows. Waits for that.
    long answeredAt() {
        return answeredAt.join();
    }

    /// The rows whose outcome can be seen.
    long finished() {
        var progress = api.progress(id);
        progress.ifPresent(this::requireSuccess);
        requireAccepted();
        return progress.map(BatchProgress::done).orElse(0L);
    }

    boolean isComplete() {
        var progress = api.progress(id);
        progress.ifPresent(this::requireSuccess);
        requireAccepted();
        return progress.filter(BatchProgress::completed).isPresent();
    }

    private void requireSuccess(BatchProgress progress) {
        if (progress.failed() > 0) {
            throw new BenchFailure("batch " + id + " has failed rows: " + progress.counts());
        }
    }

    private void requireAccepted() {
        if (answer.isDone() && answer.join() instanceof SubmitAnswer.Refused(var problem)) {
            throw new BenchFailure("a batch was refused: " + problem.headline());
        }
    }
}

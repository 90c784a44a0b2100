package dev.rollcall.upload.batch;

import dev.rollcall.upload.batch.BatchOutcome.Accepted;
import dev.rollcall.upload.batch.BatchOutcome.Checked;
import dev.rollcall.upload.batch.BatchOutcome.KeyInUse;
import dev.rollcall.upload.batch.BatchOutcome.KeyReused;
import dev.rollcall.upload.batch.BatchOutcome.NotAllowed;
import dev.rollcall.upload.batch.BatchOutcome.Refused;
import dev.rollcall.upload.batch.BatchOutcome.Unavailable;
import dev.rollcall.upload.batch.KeyClaim.Completed;
import dev.rollcall.upload.batch.KeyClaim.Held;
import dev.rollcall.upload.batch.KeyClaim.Reused;
import dev.rollcall.upload.batch.KeyClaim.Running;
import dev.rollcall.upload.reading.ReadableUpload;
import dev.rollcall.upload.reading.RowRule;
import dev.rollcall.upload.reading.UploadReading;
import dev.rollcall.upload.relationships.policy.Standing;
import dev.rollcall.upload.spool.Arrival;
import java.io.IOException;

/// Takes an upload from the spool to Kafka: check the whole, claim its key, publish, remember the answer. A refused
/// upload never touches its key, and no database connection is held while files are read or events sent. The body may
/// have been long on its way, so the sender's mandate is looked at once more before the first event.
final class BatchIntake {
    private final IdempotencyKeys keys;
    private final Mandates mandates;
    private final BatchPublisher publisher;

    BatchIntake(IdempotencyKeys keys, Mandates mandates, BatchPublisher publisher) {
        this.keys = keys;
        this.mandates = mandates;
        this.publisher = publisher;
    }

    BatchOutcome check(Arrival arrival) throws IOException {
        return switch (arrival.check(RowRule.NONE)) {
            case UploadReading.Refused(var refusal) -> new Refused(refusal);
            case UploadReading.Sound(var upload) -> new Checked(upload.rowCount(), upload.ignoredColumns());
        };
    }

    BatchOutcome submit(Arrival arrival, Sender sender, IdempotencyKey key) throws IOException {
        return switch (arrival.check(RowRule.NONE)) {
            case UploadReading.Refused(var refusal) -> new Refused(refusal);
            case UploadReading.Sound(var upload) -> submit(arrival, upload, sender, key);
        };
    }

    private BatchOutcome submit(Arrival arrival, ReadableUpload upload, Sender sender, IdempotencyKey key)
            throws IOException {
        var fingerprint = Fingerprint.of(arrival.content(), arrival.commonGroupTag());
        var batchId = sender.batchId(key);
        return switch (keys.claim(sender, key, fingerprint)) {
            case Held held ->
                publishIfAllowed(
                        new Batch(batchId, sender, held.acceptedAt(), held.call(), arrival.commonGroupTag()),
                        upload,
                        held);
            case Completed(var rowCount, var ignored) -> new Accepted(batchId, rowCount, ignored, true);
            case Running _ -> new KeyInUse();
            case Reused _ -> new KeyReused();
        };
    }

    /// Whatever goes wrong, the sender need not wait for the lease to run out before trying again.
    private BatchOutcome publishIfAllowed(Batch batch, ReadableUpload upload, Held held) throws IOException {
        BatchOutcome outcome = new Unavailable();
        try {
            outcome = switch (mandates.standing(batch.sender())) {
                case Standing.Accepted _ -> publish(batch, upload, held);
                case Standing.NotAccepted refusal -> new NotAllowed(refusal);
            };
            return outcome;
        } finally {
            if (!(outcome instanceof Accepted)) {
                keys.release(held.lease());
            }
        }
    }

    private BatchOutcome publish(Batch batch, ReadableUpload upload, Held held) throws IOException {
        return switch (publisher.publish(batch, upload, keys.lease(held.lease()))) {
            case ACKNOWLEDGED -> {
                keys.complete(batch.id(), upload.rowCount(), upload.ignoredColumns());
                yield new Accepted(batch.id(), upload.rowCount(), upload.ignoredColumns(), false);
            }
            case FAILED -> new Unavailable();
        };
    }
}

package dev.rollcall.upload.catalog;

import dev.rollcall.access.Caller;
import dev.rollcall.events.CatalogAction;
import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.upload.catalog.CatalogOutcome.Accepted;
import dev.rollcall.upload.catalog.CatalogOutcome.Refused;
import dev.rollcall.upload.catalog.CatalogOutcome.Unavailable;
import dev.rollcall.upload.reading.ReadableUpload;
import dev.rollcall.upload.reading.UploadReading;
import dev.rollcall.upload.spool.Arrival;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Takes a supplier's files from the spool to the catalog topic. No idempotency key is needed: saying the same of a
/// device twice says no more than saying it once, and the second batch is told that nothing changed.
final class CatalogIntake {
    private final CatalogPublisher publisher;
    private final InstantSource clock;

    CatalogIntake(CatalogPublisher publisher, InstantSource clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    CatalogOutcome submit(Arrival arrival, CatalogAction action, Caller.Supplier supplier) throws IOException {
        return switch (arrival.check(ListedDevice.RULE)) {
            case UploadReading.Refused(var refusal) -> new Refused(refusal);
            case UploadReading.Sound(var upload) -> publish(upload, action, supplier);
        };
    }

    private CatalogOutcome publish(ReadableUpload upload, CatalogAction action, Caller.Supplier supplier)
            throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var batch = new CatalogBatch(new CatalogBatchId(UUID.randomUUID()), supplier, action, now);
        return switch (publisher.publish(batch, upload)) {
            case ACKNOWLEDGED -> new Accepted(batch.id(), upload.rowCount(), upload.ignoredColumns());
            case FAILED -> new Unavailable();
        };
    }
}

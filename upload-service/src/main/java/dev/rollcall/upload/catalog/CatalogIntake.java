package dev.rollcall.upload.catalog;

import dev.rollcall.events.Topics;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.upload.catalog.CatalogOutcome.Accepted;
import dev.rollcall.upload.catalog.CatalogOutcome.Refused;
import dev.rollcall.upload.catalog.CatalogOutcome.Unavailable;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.reading.Limits;
import dev.rollcall.upload.reading.ReadableUpload;
import dev.rollcall.upload.reading.UploadReading;
import dev.rollcall.upload.spool.Arrival;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Takes a supplier's files from the spool to the catalog topic. No idempotency key is needed:
/// saying the same of a device twice says no more than saying it once.
final class CatalogIntake {
    private final Limits limits;
    private final EventPublisher events;
    private final Topics topics;
    private final InstantSource clock;

    CatalogIntake(Limits limits, EventPublisher events, Topics topics, InstantSource clock) {
        this.limits = limits;
        this.events = events;
        this.topics = topics;
        this.clock = clock;
    }

    CatalogOutcome submit(Arrival arrival, CatalogAction action, SupplierId supplier) throws IOException {
        return switch (arrival.check(limits, ListedDevice.RULE)) {
            case UploadReading.Refused(var refusal) -> new Refused(refusal);
            case UploadReading.Sound(var upload) -> publish(upload, action, supplier);
        };
    }

    private CatalogOutcome publish(ReadableUpload upload, CatalogAction action, SupplierId supplier)
            throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var publication = events.beginBulk(topics.deviceCatalog());
        upload.forEachRow((_, row) -> publication.add(action.change(ListedDevice.of(row), supplier, now)));
        return switch (publication.complete()) {
            case ACKNOWLEDGED -> new Accepted(upload.rowCount());
            case FAILED -> new Unavailable();
        };
    }
}

package dev.rollcall.upload.catalog;

import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.Delivery;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.reading.ReadableUpload;
import java.io.IOException;

/// The second pass: reads the upload again and puts a word on the catalog topic for every row, then says that the batch
/// is complete.
final class CatalogPublisher {
    private final EventPublisher events;
    private final Topics topics;

    CatalogPublisher(EventPublisher events, Topics topics) {
        this.events = events;
        this.topics = topics;
    }

    Delivery publish(CatalogBatch batch, ReadableUpload upload) throws IOException {
        var publication = events.beginBulk(topics.deviceCatalog());
        upload.forEachRow((number, row) -> publication.add(batch.change(number, row)));
        return switch (publication.complete()) {
            case ACKNOWLEDGED -> events.publish(topics.batches(), batch.accepted(upload));
            case FAILED -> Delivery.FAILED;
        };
    }
}

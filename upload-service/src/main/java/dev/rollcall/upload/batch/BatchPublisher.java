package dev.rollcall.upload.batch;

import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.Delivery;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.reading.ReadableUpload;
import java.io.IOException;

/// The second pass: reads the upload again and puts every row on its lane, then says that the batch is complete.
final class BatchPublisher {
    private final EventPublisher events;
    private final Topics topics;
    private final long smallBatchRows;

    BatchPublisher(EventPublisher events, Topics topics, long smallBatchRows) {
        this.events = events;
        this.topics = topics;
        this.smallBatchRows = smallBatchRows;
    }

    /// `alive` is called for every row, so that whoever waits knows that work goes on.
    Delivery publish(Batch batch, ReadableUpload upload, Runnable alive) throws IOException {
        var publication = upload.rowCount() <= smallBatchRows
                ? events.begin(topics.registrationRequests())
                : events.beginBulk(
                        topics.registrationRequestsBulk(), batch.sender().tenant());
        upload.forEachRow((number, row) -> {
            alive.run();
            return publication.add(batch.request(number, row));
        });
        return switch (publication.complete()) {
            case ACKNOWLEDGED -> events.publish(topics.batches(), batch.accepted(upload));
            case FAILED -> Delivery.FAILED;
        };
    }
}

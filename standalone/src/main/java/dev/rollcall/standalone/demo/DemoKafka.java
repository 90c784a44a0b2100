package dev.rollcall.standalone.demo;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.Event;
import dev.rollcall.events.EventWriter;
import dev.rollcall.events.RowPosition;
import dev.rollcall.events.Submission;
import dev.rollcall.events.Topics;
import dev.rollcall.identification.EntryId;
import dev.rollcall.identification.Identification;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/// What the demo does past the REST API: it looks how far the catalog is, and plays the part of a
/// producer that is not ours.
final class DemoKafka implements AutoCloseable {
    private static final Topics TOPICS = new Topics("");
    private static final EventWriter WRITER = new EventWriter(URI.create("/rollcall/demo"));
    private static final String CATALOG_GROUP = "registration-catalog";

    /// The JSON form of an upload.
    private record Rows(List<DeviceColumns> devices) {}

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    DemoKafka(Map<String, Object> connection) {
        admin = Admin.create(connection);
        producer = new KafkaProducer<>(connection, new StringSerializer(), new ByteArraySerializer());
    }

    boolean catalogIsRead() {
        return new CaughtUp(admin, CATALOG_GROUP, TOPICS.deviceCatalog()).now();
    }

    /// The batch that the sample is, once its rows are on the topic.
    static BatchId batch(Sample sample) {
        var tenant = new TenantId(sample.postedBy());
        return BatchId.of(tenant, tenant.value(), sample.idempotencyKey());
    }

    /// Writes the rows without any of the checks of an upload.
    void publish(Sample sample, Path file, Instant now) {
        var rows = read(file).devices();
        for (var row = 1; row <= rows.size(); row++) {
            send(TOPICS.registrationRequests(), request(sample, rows.get(row - 1), row, now));
        }
        var tenant = new TenantId(sample.postedBy());
        var files = List.of(sample.name());
        send(TOPICS.batches(), new BatchAccepted(batch(sample), tenant, null, rows.size(), files, "demo", now, null));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private static RegistrationRequested request(Sample sample, DeviceColumns columns, long row, Instant now) {
        var tenant = new TenantId(sample.postedBy());
        var id = RequestId.of(batch(sample), row);
        var device = EntryId.of(Identification.of(columns, null, false), columns, tenant, id);
        var position = new RowPosition(sample.name(), row, row);
        return new RegistrationRequested(
                device, id, new Submission(tenant, null, batch(sample), position, now), columns, null);
    }

    private void send(String topic, Event event) {
        try {
            producer.send(WRITER.write(topic, event)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take the demo's event", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Rows read(Path file) {
        try {
            return JsonMapper.shared().readValue(Files.readString(file), Rows.class);
        } catch (IOException e) {
            throw new IllegalStateException("sample " + file + " can't be read", e);
        }
    }
}

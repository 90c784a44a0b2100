package dev.rollcall.benchmarks.micro;

import dev.rollcall.events.DeviceDetails;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.EventWriter;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RowPosition;
import dev.rollcall.events.Submission;
import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identification.EntryId;
import dev.rollcall.identification.Identification;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// What is measured: a device with a hash of 4,000 characters, its request and its outcome.
final class Samples {
    static final EventWriter WRITER = new EventWriter(URI.create("/rollcall/upload-service"));
    private static final TenantId TENANT = new TenantId("contoso");
    private static final BatchId BATCH = BatchId.of(TENANT, "contoso", "delivery-17");
    private static final Instant ACCEPTED_AT = Instant.parse("2026-06-01T09:00:00.123456Z");

    private Samples() {}

    static DeviceTuple device(int number) {
        return new DeviceTuple("Contoso", "Book 13", "C-" + (1_000_000 + number));
    }

    static String hash(int number) {
        var random = new Random(number);
        var key = new byte[256];
        random.nextBytes(key);
        return HardwareHashEncoder.of(device(number))
                .withSmbiosUuid(new UUID(random.nextLong(), random.nextLong()))
                .without(25)
                .withRecord(25, key)
                .encode();
    }

    static DeviceColumns columns(int number) {
        return new DeviceColumns(device(number).serialNumber(), null, null, null, hash(number), null, null);
    }

    /// As the upload service makes it of a row.
    static RegistrationRequested request(int number, DeviceColumns columns, @Nullable String fault) {
        var request = RequestId.of(BATCH, number);
        return new RegistrationRequested(
                EntryId.of(Identification.of(columns, fault, false), columns, TENANT, request),
                request,
                new Submission(TENANT, null, BATCH, new RowPosition("devices.csv", number, number + 1), ACCEPTED_AT),
                columns,
                fault);
    }

    static RegistrationRequested request(int number) {
        return request(number, columns(number), null);
    }

    static DeviceRegistered outcome(int number) {
        var request = request(number);
        return new DeviceRegistered(
                request.deviceId(),
                request.requestId(),
                request.submission(),
                DeviceDetails.of(device(number), request.columns()),
                1,
                ACCEPTED_AT.plusMillis(250));
    }

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var received = new ConsumerRecord<>(sent.topic(), 0, 0L, sent.key(), sent.value());
        sent.headers().forEach(header -> received.headers().add(header));
        return received;
    }
}

package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.EventReading.Known;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.consumer.ConsumerRecord;

class EventPropertyTest {
    private static final EventWriter WRITER = new EventWriter(URI.create("/rollcall/test"));
    private static final BatchId BATCH = new BatchId(new UUID(1, 2));

    @Property(tries = 500)
    void readsAnyTextAsItWasWritten(@ForAll String hash, @ForAll String serialNumber) {
        assertRoundTrip(hash, serialNumber);
    }

    @Example
    void readsTextThatJsonMustEscape() {
        assertRoundTrip("T0F\"AA", "\\");
        assertRoundTrip("T0F\\AA", "\"");
        assertRoundTrip("T0F\u0000\u001fAA", "\n");
        assertRoundTrip("T0Fé€\u007f😀", "é");
        assertRoundTrip("T0F\ud83d", "\ude00x");
    }

    private static void assertRoundTrip(String hash, String serialNumber) {
        var event = requested(new DeviceColumns(serialNumber, null, null, null, hash, null, null));

        var sent = WRITER.write("topic", event);
        var received = new ConsumerRecord<>("topic", 0, 0L, sent.key(), sent.value());
        sent.headers().forEach(header -> received.headers().add(header));

        assertThat(EventReader.read(received)).isEqualTo(new Known(event));
    }

    private static RegistrationRequested requested(DeviceColumns columns) {
        var submission =
                new Submission(new TenantId("contoso"), null, BATCH, new RowPosition("a.csv", 1, 2), Instant.EPOCH);
        return new RegistrationRequested(
                new DeviceId(new UUID(3, 4)), RequestId.of(BATCH, 1), submission, columns, null);
    }
}

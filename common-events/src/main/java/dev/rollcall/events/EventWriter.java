package dev.rollcall.events;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Turns events into Kafka records: CloudEvents 1.0 in binary mode, the event's JSON as the value.
public final class EventWriter {
    private static final String JSON = "application/json";

    private final URI source;

    /// `source` names the service that writes, as in `/rollcall/upload-service`.
    public EventWriter(URI source) {
        this.source = source;
    }

    public ProducerRecord<String, byte[]> write(String topic, Event event) {
        var envelope = CloudEventBuilder.v1()
                .withId(event.eventId())
                .withType(EventType.of(event).wireName())
                .withSource(source)
                .withSubject(event.key())
                .withTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                .withData(JSON, EventJson.write(event))
                .build();
        return KafkaMessageFactory.createWriter(topic, event.key()).writeBinary(envelope);
    }
}

package dev.rollcall.upload.publishing;

import dev.rollcall.events.Event;
import dev.rollcall.events.EventWriter;
import org.apache.kafka.clients.producer.Producer;

/// Puts events on topics. Nothing counts as published before [Publication#complete()] says so.
public final class EventPublisher {
    private final Producer<String, byte[]> producer;
    private final EventWriter writer;

    EventPublisher(Producer<String, byte[]> producer, EventWriter writer) {
        this.producer = producer;
        this.writer = writer;
    }

    /// For the events of one call, however many.
    public Publication begin() {
        return new Publication(producer, writer);
    }

    /// One event, and the wait for its acknowledgement.
    public Delivery publish(String topic, Event event) {
        var publication = begin();
        publication.add(topic, event);
        return publication.complete();
    }
}

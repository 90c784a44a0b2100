package dev.rollcall.upload.publishing;

import dev.rollcall.events.Event;
import dev.rollcall.events.EventWriter;
import dev.rollcall.identity.TenantId;
import dev.rollcall.tracing.EventTraces;
import org.apache.kafka.clients.producer.Producer;

/// Puts events on topics. Nothing counts as published before [Publication#complete()] says so. What may come by the
/// hundred thousand has a producer of its own, in whose buffer and connections nothing else has to queue.
public final class EventPublisher {
    private final Producer<String, byte[]> prompt;
    private final Producer<String, byte[]> bulk;
    private final EventWriter writer;
    private final EventTraces traces;

    EventPublisher(
            Producer<String, byte[]> prompt, Producer<String, byte[]> bulk, EventWriter writer, EventTraces traces) {
        this.prompt = prompt;
        this.bulk = bulk;
        this.writer = writer;
        this.traces = traces;
    }

    /// For the few events of one call.
    public Publication begin(String topic) {
        return new Publication(prompt, route(topic, Placement.BY_KEY));
    }

    /// For the events of one call, however many.
    public Publication beginBulk(String topic) {
        return new Publication(bulk, route(topic, Placement.BY_KEY));
    }

    /// For the events of one tenant, however many, on the few partitions of the topic that are this tenant's.
    public Publication beginBulk(String topic, TenantId tenant) {
        var placement =
                Placement.shardOf(tenant, () -> bulk.partitionsFor(topic).size());
        return new Publication(bulk, route(topic, placement));
    }

    /// One event, and the wait for its acknowledgement.
    public Delivery publish(String topic, Event event) {
        var publication = begin(topic);
        publication.add(event);
        return publication.complete();
    }

    private Route route(String topic, Placement placement) {
        return new Route(writer, topic, placement, traces.current());
    }
}

package dev.rollcall.upload.publishing;

import dev.rollcall.events.Event;
import dev.rollcall.events.EventWriter;
import dev.rollcall.tracing.TraceMark;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Makes records of events, for one topic.
record Route(EventWriter writer, String topic, Placement placement, TraceMark trace) {

    ProducerRecord<String, byte[]> place(Event event) {
        var written = writer.write(topic, event);
        trace.putInto(written.headers());
        var partition = placement.partition(event.key());
        return partition == null
                ? written
                : new ProducerRecord<>(topic, partition, written.key(), written.value(), written.headers());
    }
}

package dev.rollcall.upload.publishing;

import dev.rollcall.events.Event;
import dev.rollcall.events.EventWriter;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The events of one call on their way. The producer's buffer holds the sender back where Kafka is slower, so memory
/// stays flat; its delivery timeout bounds every wait.
public final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final Producer<String, byte[]> producer;
    private final EventWriter writer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Publication(Producer<String, byte[]> producer, EventWriter writer) {
        this.producer = producer;
        this.writer = writer;
    }

    /// False once anything has failed: further events are in vain.
    public boolean add(String topic, Event event) {
        if (failure.get() != null) {
            return false;
        }
        try {
            var _ = producer.send(writer.write(topic, event), this::acknowledged);
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        return failure.get() == null;
    }

    /// Waits until every event has been acknowledged or given up.
    public Delivery complete() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        var cause = failure.get();
        if (cause == null) {
            return Delivery.ACKNOWLEDGED;
        }
        LOG.atWarn().setCause(cause).log("kafka did not acknowledge");
        return Delivery.FAILED;
    }

    private void acknowledged(@Nullable RecordMetadata metadata, @Nullable Exception error) {
        if (error != null) {
            failure.compareAndSet(null, error);
        }
    }
}

package dev.rollcall.upload.publishing;

import dev.rollcall.events.Event;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The events of one call on their way to one topic. The producer's buffer holds the sender back where Kafka is slower,
/// so memory stays flat; its delivery timeout bounds every wait. What others send by the same producer is not waited
/// for.
public final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final Producer<String, byte[]> producer;
    private final Route route;
    private final Callback acknowledgement = this::acknowledged;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /// The events without an acknowledgement, and one until there will be no more events.
    private final AtomicLong awaited = new AtomicLong(1);

    private final CountDownLatch done = new CountDownLatch(1);

    Publication(Producer<String, byte[]> producer, Route route) {
        this.producer = producer;
        this.route = route;
    }

    /// False once anything has failed: further events are in vain.
    public boolean add(Event event) {
        if (failure.get() != null) {
            return false;
        }
        awaited.incrementAndGet();
        try {
            var _ = producer.send(route.place(event), acknowledgement);
        } catch (KafkaException e) {
            acknowledged(null, e);
        }
        return failure.get() == null;
    }

    /// Waits until every event has been acknowledged or given up.
    public Delivery complete() {
        settle();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        settle();
    }

    private void settle() {
        if (awaited.decrementAndGet() == 0) {
            done.countDown();
        }
    }
}

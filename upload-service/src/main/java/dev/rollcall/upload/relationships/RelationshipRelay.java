package dev.rollcall.upload.relationships;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.Delivery;
import dev.rollcall.upload.publishing.EventPublisher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Publishes what the outbox holds: when told that something has changed, at the start, and every few seconds for what
/// a crash or an outage left behind. On a thread of its own, so that calls are answered whether Kafka is there or not.
final class RelationshipRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RelationshipRelay.class);

    private final RelationshipOutbox outbox;
    private final EventPublisher events;
    private final Topics topics;
    private final Duration interval;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private @Nullable ScheduledExecutorService thread;

    RelationshipRelay(RelationshipOutbox outbox, EventPublisher events, Topics topics, Duration interval) {
        this.outbox = outbox;
        this.events = events;
        this.topics = topics;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("upload-relationship-relay").factory());
            var _ = thread.scheduleWithFixedDelay(this::run, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Something has changed. Returns at once.
    synchronized void wake() {
        if (thread != null && awaited.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    /// What is on its way to Kafka is broken off; the next start publishes it again.
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread.close();
            thread = null;
        }
    }

    /// Running for as long as calls are answered.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        awaited.set(false);
        try {
            while (outbox.publish(this::publish) > 0) {
                LOG.atDebug().log("relationships published");
            }
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("relationships could not be published; the next round tries again");
        }
    }

    private Delivery publish(List<RelationshipChange> changes) {
        var publication = events.begin(topics.partnerRelationships());
        changes.forEach(publication::add);
        return publication.complete();
    }
}

package dev.rollcall.registration.kafka;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/// Sees to it that a consumer that was replaced, as after it stood still for a while, is not given records of the
/// partitions that it has lost. Kafka's 4.2 clients may return what they had fetched of them from the very call that
/// tells the loss (KAFKA-20321); they are members again soon, so the offsets of such a poll would be taken, and its
/// rows answered twice. A paused partition returns nothing, and one that comes back is not paused.
final class LostPartitions implements ConsumerAwareRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(LostPartitions.class);

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        LOG.atWarn().addKeyValue("partitions", partitions).log("replaced by another consumer");
        try {
            consumer.pause(partitions);
        } catch (IllegalStateException e) {
            LOG.atDebug().setCause(e).log("they are given away already");
        }
    }
}

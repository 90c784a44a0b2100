package dev.rollcall.registration.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ContainerProperties.EOSMode;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/// Reads on from what is committed after a poll that failed. A transaction whose commit was not answered may have been
/// made all the same, and who then read its poll again would answer it twice. Kafka tells what is committed only once
/// no transaction is in doubt.
final class BackToCommitted extends DefaultAfterRollbackProcessor<String, byte[]> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    BackToCommitted(BackOff patience) {
        super(patience);
    }

    @Override
    public void process(
            List<ConsumerRecord<String, byte[]>> poll,
            Consumer<String, byte[]> consumer,
            @Nullable MessageListenerContainer container,
            Exception failure,
            boolean recoverable,
            EOSMode mode) {
        super.process(poll, consumer, container, failure, recoverable, mode);
        var partitions = poll.stream()
                .map(message -> new TopicPartition(message.topic(), message.partition()))
                .collect(Collectors.toSet());
        while (!isBack(consumer, partitions) && container != null && container.isRunning()) {
            Thread.onSpinWait();
        }
    }

    /// False where nobody tells what is committed. Where nothing is, it stays at the poll's beginning.
    private static boolean isBack(Consumer<String, byte[]> consumer, Set<TopicPartition> partitions) {
        try {
            consumer.committed(partitions, PATIENCE).forEach((partition, offset) -> {
                if (offset != null) {
                    consumer.seek(partition, offset);
                }
            });
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }
}

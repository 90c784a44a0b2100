package dev.rollcall.status.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

class OutageErrorsTest {
    private static final TopicPartition READ = new TopicPartition("batches", 0);
    private static final TopicPartition NEW = new TopicPartition("batches", 1);

    private static final ConsumerFactory<String, byte[]> CONSUMERS = new DefaultKafkaConsumerFactory<>(Map.of());

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void goesBackToWhatIsCommittedWhereTheContainerFailsBehindAPoll() {
        consumer.assign(List.of(READ, NEW));
        consumer.updateBeginningOffsets(Map.of(READ, 0L, NEW, 3L));
        consumer.commitSync(Map.of(READ, new OffsetAndMetadata(5)));
        consumer.seek(READ, 8);
        consumer.seek(NEW, 4);

        new OutageErrors(new FixedBackOff())
                .handleOtherException(new IllegalStateException("taken away"), consumer, container(), true);

        assertThat(consumer.position(READ)).isEqualTo(5);
        assertThat(consumer.position(NEW)).isEqualTo(3);
    }

    @Test
    void doesNotReadOnWhileKafkaRefusesToTellWhatIsCommitted() {
        var refusals = new AtomicInteger(2);
        var refused = new MockConsumer<String, byte[]>("earliest") {
            @Override
            public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
                    Set<TopicPartition> partitions, Duration patience) {
                if (refusals.getAndDecrement() > 0) {
                    throw new GroupAuthorizationException("status-batches");
                }
                return super.committed(partitions, patience);
            }
        };
        refused.assign(List.of(READ));
        refused.commitSync(Map.of(READ, new OffsetAndMetadata(5)));
        refused.seek(READ, 8);

        new OutageErrors(new FixedBackOff())
                .handleOtherException(new IllegalStateException("taken away"), refused, running(), true);

        assertThat(refused.position(READ)).isEqualTo(5);
    }

    private static KafkaMessageListenerContainer<String, byte[]> container() {
        return new KafkaMessageListenerContainer<>(CONSUMERS, new ContainerProperties("batches"));
    }

    private static KafkaMessageListenerContainer<String, byte[]> running() {
        return new KafkaMessageListenerContainer<>(CONSUMERS, new ContainerProperties("batches")) {
            @Override
            public boolean isRunning() {
                return true;
            }
        };
    }
}

package dev.rollcall.status.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

class OutageErrorsTest {
    private static final TopicPartition READ = new TopicPartition("batches", 0);
    private static final TopicPartition NEW = new TopicPartition("batches", 1);

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

    private static KafkaMessageListenerContainer<String, byte[]> container() {
        return new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("batches"));
    }
}

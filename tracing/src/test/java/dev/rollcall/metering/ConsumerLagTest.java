package dev.rollcall.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ConsumerLagTest {
    private final AtomicLong now = new AtomicLong(100_000);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ConsumerLag lag = new ConsumerLag(meters, now::get);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final String group = consumer.groupMetadata().groupId();

    @Test
    void isTheAgeOfTheOldestRecordInHand() {
        var records = new ConsumerRecords<>(
                Map.of(partition(0), List.of(at(90_000), at(99_000)), partition(1), List.of(at(70_000))), Map.of());

        lag.intercept(records, consumer);

        assertThat(lag.seconds(group)).isEqualTo(30);
        assertThat(meters.get("rollcall.consumer.lag")
                        .tag("group", group)
                        .gauge()
                        .value())
                .isEqualTo(30);
    }

    @Test
    void growsWhileAPollIsInHandAndIsNothingOnceItIsDone() {
        var records = new ConsumerRecords<>(Map.of(partition(0), List.of(at(90_000))), Map.of());
        lag.intercept(records, consumer);

        now.addAndGet(20_000);

        assertThat(lag.seconds(group)).isEqualTo(30);
        lag.success(records, consumer);
        assertThat(lag.seconds(group)).isZero();
    }

    @Test
    void forgetsAConsumerThatNeverCameBack() {
        lag.intercept(new ConsumerRecords<>(Map.of(partition(0), List.of(at(90_000))), Map.of()), consumer);

        now.addAndGet(600_000);

        assertThat(lag.seconds(group)).isZero();
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition("topic", number);
    }

    private static ConsumerRecord<String, byte[]> at(long timestamp) {
        return new ConsumerRecord<>(
                "topic",
                0,
                0L,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}

package dev.rollcall.registration.flow;

import dev.rollcall.registration.RegistrationProperties;
import dev.rollcall.registration.kafka.WorkerConsumers;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.util.unit.DataSize;

/// The lanes. The one for small batches polls at once, for the sake of a single device's latency;
/// the one for bulk waits until megabytes are there, because the size of the polls decides the
/// throughput. Its partitions take turns, fetch by fetch, and so do the tenants behind them.
@Configuration(proxyBeanMethods = false)
class LaneConfiguration {
    /// What a consumer has fetched, it holds twice while it reads: a small heap is to have room for all of them.
    private static final long SHARE_OF_HEAP = Runtime.getRuntime().maxMemory() / 64;

    private static final int PARTITIONS_IN_TURN = 4;

    private final WorkerConsumers consumers;
    private final RegistrationProperties properties;

    LaneConfiguration(WorkerConsumers consumers, RegistrationProperties properties) {
        this.consumers = consumers;
        this.properties = properties;
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> registrationContainerFactory() {
        return lane(properties.concurrency(), Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> registrationBulkContainerFactory() {
        return lane(
                properties.bulkConcurrency(),
                Map.of(
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        bytes(properties.bulkFetchMin()),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        Math.toIntExact(properties.bulkFetchWait().toMillis())));
    }

    private ConcurrentKafkaListenerContainerFactory<String, byte[]> lane(
            int concurrency, Map<String, Object> fetching) {
        var settings = new HashMap<>(fetching);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords());
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, atMost(SHARE_OF_HEAP, properties.fetchMax()));
        settings.put(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                atMost(SHARE_OF_HEAP / PARTITIONS_IN_TURN, properties.partitionFetchMax()));
        var factory = consumers.transactionalBatchFactory(settings);
        factory.setConcurrency(concurrency);
        return factory;
    }

    private static int atMost(long bytes, DataSize size) {
        return Math.toIntExact(Math.min(bytes, size.toBytes()));
    }

    private static int bytes(DataSize size) {
        return Math.toIntExact(size.toBytes());
    }
}

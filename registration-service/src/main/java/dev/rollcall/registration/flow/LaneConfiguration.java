package dev.rollcall.registration.flow;

import dev.rollcall.registration.RegistrationProperties;
import dev.rollcall.registration.kafka.WorkerConsumers;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.transaction.KafkaTransactionManager;

/// The lanes. The one for small batches polls at once, for the sake of a single device's latency;
/// the one for bulk waits until megabytes are there, because the size of the polls decides the
/// throughput.
@Configuration(proxyBeanMethods = false)
class LaneConfiguration {
    private static final int FETCH_BYTES_PER_PARTITION = 4 * 1024 * 1024;

    private final WorkerConsumers consumers;
    private final ProducerFactory<String, byte[]> producers;
    private final RegistrationProperties properties;

    LaneConfiguration(
            WorkerConsumers consumers,
            @Qualifier("registrationProducerFactory") ProducerFactory<String, byte[]> producers,
            RegistrationProperties properties) {
        this.consumers = consumers;
        this.producers = producers;
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
                        Math.toIntExact(properties.bulkFetchMin().toBytes()),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        Math.toIntExact(properties.bulkFetchWait().toMillis())));
    }

    private ConcurrentKafkaListenerContainerFactory<String, byte[]> lane(
            int concurrency, Map<String, Object> fetching) {
        var settings = new HashMap<>(fetching);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords());
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES_PER_PARTITION);
        var factory = consumers.batchFactory(settings);
        factory.setConcurrency(concurrency);
        factory.getContainerProperties().setKafkaAwareTransactionManager(new KafkaTransactionManager<>(producers));
        factory.setAfterRollbackProcessor(new DefaultAfterRollbackProcessor<>(properties.backOff()));
        return factory;
    }
}

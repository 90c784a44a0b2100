package dev.rollcall.registration.catalog;

import dev.rollcall.registration.RegistrationProperties;
import dev.rollcall.registration.kafka.WorkerConsumers;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;

/// How the catalog topic is read.
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> registrationCatalogContainerFactory(
            WorkerConsumers consumers, RegistrationProperties properties) {
        return consumers.transactionalBatchFactory(
                Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords()));
    }
}

package dev.rollcall.registration.catalog;

import dev.rollcall.registration.RegistrationProperties;
import dev.rollcall.registration.kafka.WorkerConsumers;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;

/// How the catalog topic is read: a poll that fails is tried again for as long as it takes.
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> registrationCatalogContainerFactory(
            WorkerConsumers consumers, RegistrationProperties properties) {
        var factory =
                consumers.batchFactory(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords()));
        factory.setCommonErrorHandler(new DefaultErrorHandler(properties.backOff()));
        return factory;
    }
}

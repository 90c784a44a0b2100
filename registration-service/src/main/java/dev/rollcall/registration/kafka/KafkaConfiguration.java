package dev.rollcall.registration.kafka;

import dev.rollcall.events.Topics;
import dev.rollcall.registration.RegistrationProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.core.ProducerFactory;

/// The worker's Kafka clients. All it writes, it writes in transactions.
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    @Bean
    ConsumerGroups registrationConsumerGroups(@Qualifier("registrationTopics") Topics topics) {
        return new ConsumerGroups(topics.prefix());
    }

    @Bean
    DefaultKafkaProducerFactory<String, byte[]> registrationProducerFactory(
            KafkaProperties kafka,
            @Qualifier("registrationTopics") Topics topics,
            RegistrationProperties properties,
            MeterRegistry meters) {
        var config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        config.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(properties.transactionTimeout().toMillis()));
        var factory = new DefaultKafkaProducerFactory<>(config, new StringSerializer(), new ByteArraySerializer());
        factory.setTransactionIdPrefix(topics.prefix() + "registration-" + properties.instance() + "-");
        factory.addListener(new MicrometerProducerListener<>(meters));
        return factory;
    }

    @Bean
    PredecessorTransactions registrationPredecessorTransactions(
            @Qualifier("registrationAdmin") Admin admin,
            @Qualifier("registrationProducerFactory") DefaultKafkaProducerFactory<String, byte[]> producers) {
        return new PredecessorTransactions(admin, Objects.requireNonNull(producers.getTransactionIdPrefix()));
    }

    @Bean
    KafkaTemplate<String, byte[]> registrationKafkaTemplate(
            @Qualifier("registrationProducerFactory") ProducerFactory<String, byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    Admin registrationAdmin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    ReadingProgress registrationCatalogProgress(
            @Qualifier("registrationAdmin") Admin admin,
            @Qualifier("registrationTopics") Topics topics,
            ConsumerGroups groups,
            InstantSource clock) {
        return new ReadingProgress(admin, topics.deviceCatalog(), groups.catalog(), clock);
    }

    @Bean
    ReadingProgress registrationSmallLaneProgress(
            @Qualifier("registrationAdmin") Admin admin,
            @Qualifier("registrationTopics") Topics topics,
            ConsumerGroups groups,
            InstantSource clock) {
        return new ReadingProgress(admin, topics.registrationRequests(), groups.requests(), clock);
    }

    @Bean
    HealthIndicator registrationKafkaHealthIndicator(@Qualifier("registrationAdmin") Admin admin) {
        return new KafkaHealth(admin);
    }
}

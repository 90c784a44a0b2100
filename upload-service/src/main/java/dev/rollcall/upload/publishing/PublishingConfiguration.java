package dev.rollcall.upload.publishing;

import dev.rollcall.events.EventWriter;
import dev.rollcall.tracing.EventTraces;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.net.URI;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The two producers of this service. They are idempotent, so the order of one key's events holds whatever Kafka
/// retries. Plain producers, without a factory of Spring's: there is nothing transactional here.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingProperties.class)
class PublishingConfiguration {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int BULK_LINGER_MILLIS = 5;

    /// Whoever waits for the few events of a call waits for the linger of each step; many gather while others are sent.
    private static final int PROMPT_LINGER_MILLIS = 0;

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> uploadPromptProducer(KafkaProperties kafka, PublishingProperties properties) {
        return producer("prompt", PROMPT_LINGER_MILLIS, kafka, properties);
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> uploadBulkProducer(KafkaProperties kafka, PublishingProperties properties) {
        return producer("bulk", BULK_LINGER_MILLIS, kafka, properties);
    }

    @Bean
    KafkaClientMetrics uploadPromptProducerMetrics(
            @Qualifier("uploadPromptProducer") Producer<String, byte[]> producer) {
        return new KafkaClientMetrics(producer);
    }

    @Bean
    KafkaClientMetrics uploadBulkProducerMetrics(@Qualifier("uploadBulkProducer") Producer<String, byte[]> producer) {
        return new KafkaClientMetrics(producer);
    }

    @Bean
    EventPublisher uploadEventPublisher(
            @Qualifier("uploadPromptProducer") Producer<String, byte[]> prompt,
            @Qualifier("uploadBulkProducer") Producer<String, byte[]> bulk,
            EventTraces traces) {
        return new EventPublisher(prompt, bulk, new EventWriter(URI.create("/rollcall/upload-service")), traces);
    }

    private static Producer<String, byte[]> producer(
            String name, int lingerMillis, KafkaProperties kafka, PublishingProperties properties) {
        var timeout = Math.toIntExact(properties.deliveryTimeout().toMillis());
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "rollcall-upload-" + name);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}

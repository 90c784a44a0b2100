package dev.rollcall.upload.publishing;

import dev.rollcall.events.EventWriter;
import dev.rollcall.events.Topics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.net.URI;
import java.util.HashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/// The topics and the one producer of this service. It is idempotent, so the order of one key's events holds whatever
/// Kafka retries. A plain producer, without a factory of Spring's: there is nothing transactional here.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingProperties.class)
class PublishingConfiguration {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MILLIS = 5;

    @Bean
    Topics uploadTopics(@Value("${rollcall.topic-prefix:}") String prefix) {
        return new Topics(prefix);
    }

    @Bean
    KafkaAdmin.NewTopics uploadNewTopics(
            @Qualifier("uploadTopics") Topics topics,
            @Value("${rollcall.topic-partitions:12}") int partitions,
            @Value("${rollcall.bulk-partitions:48}") int bulkPartitions) {
        return new KafkaAdmin.NewTopics(topics.all(partitions, bulkPartitions).toArray(NewTopic[]::new));
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> uploadProducer(KafkaProperties kafka, PublishingProperties properties) {
        var timeout = Math.toIntExact(properties.deliveryTimeout().toMillis());
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    KafkaClientMetrics uploadProducerMetrics(@Qualifier("uploadProducer") Producer<String, byte[]> producer) {
        return new KafkaClientMetrics(producer);
    }

    @Bean
    EventPublisher uploadEventPublisher(@Qualifier("uploadProducer") Producer<String, byte[]> producer) {
        return new EventPublisher(producer, new EventWriter(URI.create("/rollcall/upload-service")));
    }
}

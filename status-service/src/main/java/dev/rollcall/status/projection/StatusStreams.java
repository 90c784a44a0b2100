package dev.rollcall.status.projection;

import dev.rollcall.events.Topics;
import dev.rollcall.metering.ConsumerLag;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.util.backoff.ExponentialBackOff;

/// How the streams are read: whole polls, committed after their transaction, tried again for as long as an outage
/// lasts.
@Configuration(proxyBeanMethods = false)
class StatusStreams {
    static final String AT_ONCE_FACTORY = "statusPromptContainerFactory";
    static final String IN_BULK_FACTORY = "statusBulkContainerFactory";

    /// No more than there is room for in a small heap: what a consumer has fetched, it holds twice while it reads.
    private static final int FETCH_MAX =
            Math.toIntExact(Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 64));

    private static final Map<String, Object> READING = Map.of(
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            "consumer",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            2_000,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            FETCH_MAX);
    private static final Map<String, Object> AT_ONCE = Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);

    /// Bounded for each partition, so that the tenants that share the lane take turns.
    private static final Map<String, Object> IN_BULK = Map.of(
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            1 << 20,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            FETCH_MAX / 4,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            200);
    private static final Map<String, Object> WRITING = Map.of(
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4");
    private static final Duration LOGIN_RETRY = Duration.ofSeconds(10);
    private static final long FIRST_WAIT = 200;
    private static final long LONGEST_WAIT = 5_000;

    @Bean
    Topics statusTopics(@Value("${rollcall.topic-prefix:}") String prefix) {
        return new Topics(prefix);
    }

    @Bean
    NewTopics statusNewTopics(
            @Qualifier("statusTopics") Topics topics,
            @Value("${rollcall.topic-partitions:12}") int partitions,
            @Value("${rollcall.bulk-partitions:96}") int bulkPartitions) {
        return new NewTopics(topics.all(partitions, bulkPartitions).toArray(NewTopic[]::new));
    }

    /// By the clock that stamps the records, and no other.
    @Bean
    OutcomesFirst outcomesFirst(
            @Value("${rollcall.status.bulk-delay:1s}") Duration delay,
            @Value("${rollcall.status.bulk-patience:60s}") Duration patience) {
        return new OutcomesFirst(delay, patience, System::currentTimeMillis);
    }

    @Bean
    ConsumerLag statusConsumerLag(MeterRegistry meters) {
        return new ConsumerLag(meters, System::currentTimeMillis);
    }

    @Bean(AT_ONCE_FACTORY)
    ConcurrentKafkaListenerContainerFactory<String, byte[]> statusPromptContainerFactory(
            KafkaProperties kafka,
            @Value("${rollcall.status.concurrency:2}") int concurrency,
            MeterRegistry meters,
            ConsumerLag lag) {
        return measured(containers(kafka, AT_ONCE, concurrency, meters), lag);
    }

    @Bean(IN_BULK_FACTORY)
    ConcurrentKafkaListenerContainerFactory<String, byte[]> statusBulkContainerFactory(
            KafkaProperties kafka,
            @Value("${rollcall.status.concurrency:2}") int concurrency,
            MeterRegistry meters,
            ConsumerLag lag) {
        return measured(containers(kafka, IN_BULK, concurrency, meters), lag);
    }

    @Bean
    KafkaTemplate<String, byte[]> statusDeadLetterTemplate(KafkaProperties kafka) {
        var properties = new HashMap<>(kafka.buildProducerProperties());
        properties.putAll(WRITING);
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(properties));
    }

    private static ConcurrentKafkaListenerContainerFactory<String, byte[]> containers(
            KafkaProperties kafka, Map<String, Object> fetching, int concurrency, MeterRegistry meters) {
        var properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.putAll(READING);
        properties.putAll(fetching);
        var containers = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        var consumers = new DefaultKafkaConsumerFactory<String, byte[]>(properties);
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        containers.setConsumerFactory(consumers);
        containers.setBatchListener(true);
        containers.setConcurrency(concurrency);
        containers.setCommonErrorHandler(new OutageErrors(patience()));
        containers.getContainerProperties().setAckMode(AckMode.BATCH);
        // Else a listener whose login is refused once, as while a password is changed, has stopped for good.
        containers.getContainerProperties().setAuthExceptionRetryInterval(LOGIN_RETRY);
        // So that the lag that Kafka's tools tell is what is still to be projected: a partition has an offset from the
        // start on, and the marker behind the last outcome counts as read.
        containers.getContainerProperties().setAssignmentCommitOption(AssignmentCommitOption.ALWAYS);
        containers.getContainerProperties().setFixTxOffsets(true);
        return containers;
    }

    private static ConcurrentKafkaListenerContainerFactory<String, byte[]> measured(
            ConcurrentKafkaListenerContainerFactory<String, byte[]> containers, ConsumerLag lag) {
        containers.setBatchInterceptor(lag);
        return containers;
    }

    /// Without an end: a dependency that is away is no outcome of anything.
    private static ExponentialBackOff patience() {
        var patience = new ExponentialBackOff(FIRST_WAIT, 2);
        patience.setMaxInterval(LONGEST_WAIT);
        return patience;
    }
}

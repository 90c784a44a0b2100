package dev.rollcall.registration.kafka;

import dev.rollcall.metering.ConsumerLag;
import dev.rollcall.registration.RegistrationProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/// What all consumers of the worker have in common: whole polls, committed records only, from the
/// very first record on.
@Component
public class WorkerConsumers {
    private static final Duration LOGIN_RETRY = Duration.ofSeconds(10);

    private final KafkaProperties kafka;
    private final ProducerFactory<String, byte[]> producers;
    private final RegistrationProperties properties;
    private final MeterRegistry meters;
    private final ConsumerLag lag;

    WorkerConsumers(
            KafkaProperties kafka,
            @Qualifier("registrationProducerFactory") ProducerFactory<String, byte[]> producers,
            RegistrationProperties properties,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.producers = producers;
        this.properties = properties;
        this.meters = meters;
        this.lag = new ConsumerLag(meters, System::currentTimeMillis);
    }

    /// A factory of batch listener containers, with `settings` on top of what is common. A poll and
    /// what it comes to are one Kafka transaction; one that fails comes again for as long as it
    /// takes.
    public ConcurrentKafkaListenerContainerFactory<String, byte[]> transactionalBatchFactory(
            Map<String, Object> settings) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CONSUMER.name());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.putAll(settings);
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(consumers(config));
        factory.setBatchListener(true);
        factory.setBatchInterceptor(lag);
        factory.getContainerProperties().setKafkaAwareTransactionManager(new WorkerTransactions(producers));
        // Else a listener whose login is refused once, as while a password is changed, has stopped for good.
        factory.getContainerProperties().setAuthExceptionRetryInterval(LOGIN_RETRY);
        factory.getContainerProperties().setConsumerRebalanceListener(new LostPartitions());
        factory.setAfterRollbackProcessor(new BackToCommitted(properties.backOff()));
        return factory;
    }

    private ConsumerFactory<String, byte[]> consumers(Map<String, Object> config) {
        var consumers =
                new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        return consumers;
    }
}

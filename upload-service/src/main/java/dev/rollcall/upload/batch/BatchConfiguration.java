package dev.rollcall.upload.batch;

import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.relationships.Relationships;
import dev.rollcall.upload.web.UploadMetrics;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts the intake of batches together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchProperties.class)
class BatchConfiguration {

    @Bean
    @DependsOn("uploadFlyway")
    IdempotencyKeys uploadIdempotencyKeys(DataSource database, InstantSource clock, BatchProperties properties) {
        return new IdempotencyKeys(JdbcClient.create(database), clock, properties.keyLease());
    }

    @Bean
    Mandates uploadMandates(Relationships relationships) {
        return new Mandates(relationships);
    }

    @Bean
    BatchIntake uploadBatchIntake(IdempotencyKeys keys, Mandates mandates, BatchPublisher publisher) {
        return new BatchIntake(keys, mandates, publisher);
    }

    @Bean
    BatchPublisher uploadBatchPublisher(
            EventPublisher events, @Qualifier("uploadTopics") Topics topics, BatchProperties properties) {
        return new BatchPublisher(events, topics, properties.smallBatchRows());
    }

    @Bean
    BatchMetrics uploadBatchMetrics(UploadMetrics metrics) {
        return new BatchMetrics(metrics);
    }
}

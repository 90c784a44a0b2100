package dev.rollcall.upload.batch;

import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import dev.rollcall.upload.reading.Limits;
import dev.rollcall.upload.web.UploadMetrics;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

    @Bean(initMethod = "migrate")
    Flyway uploadFlyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .schemas("upload")
                .defaultSchema("upload")
                .createSchemas(true)
                .locations("classpath:db/upload")
                .load();
    }

    @Bean
    @DependsOn("uploadFlyway")
    IdempotencyKeys uploadIdempotencyKeys(DataSource database, InstantSource clock, BatchProperties properties) {
        return new IdempotencyKeys(JdbcClient.create(database), clock, properties.keyLease());
    }

    @Bean
    BatchIntake uploadBatchIntake(Limits limits, IdempotencyKeys keys, BatchPublisher publisher) {
        return new BatchIntake(limits, keys, publisher);
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

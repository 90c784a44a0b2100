package dev.rollcall.upload.relationships;

import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the parts of relationships together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelationshipProperties.class)
class RelationshipConfiguration {

    @Bean
    @DependsOn("uploadFlyway")
    Relationships uploadRelationships(DataSource database, PlatformTransactionManager transactions) {
        return new Relationships(JdbcClient.create(database), new TransactionTemplate(transactions));
    }

    @Bean
    @DependsOn("uploadFlyway")
    RelationshipList uploadRelationshipList(DataSource database) {
        return new RelationshipList(JdbcClient.create(database));
    }

    @Bean
    @DependsOn("uploadFlyway")
    RelationshipOutbox uploadRelationshipOutbox(DataSource database, PlatformTransactionManager transactions) {
        return new RelationshipOutbox(JdbcClient.create(database), new TransactionTemplate(transactions));
    }

    @Bean
    RelationshipRelay uploadRelationshipRelay(
            RelationshipOutbox outbox,
            EventPublisher events,
            @Qualifier("uploadTopics") Topics topics,
            RelationshipProperties properties) {
        return new RelationshipRelay(outbox, events, topics, properties.relayInterval());
    }
}

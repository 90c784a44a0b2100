package dev.rollcall.upload.catalog;

import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the intake of catalog files together.
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    CatalogPublisher uploadCatalogPublisher(EventPublisher events, @Qualifier("uploadTopics") Topics topics) {
        return new CatalogPublisher(events, topics);
    }

    @Bean
    CatalogIntake uploadCatalogIntake(CatalogPublisher publisher, InstantSource clock) {
        return new CatalogIntake(publisher, clock);
    }
}

package dev.rollcall.registration;

import dev.rollcall.events.Topics;
import dev.rollcall.tracing.TracingConfiguration;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;

/// The whole worker, for a process of its own or one shared with the other services. It expects an
/// `InstantSource`, a `DataSource`, a `JdbcClient` and the `KafkaProperties` from the process.
@Configuration(proxyBeanMethods = false)
@Import(TracingConfiguration.class)
@EnableConfigurationProperties(RegistrationProperties.class)
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = RegistrationServiceApplication.class))
public class RegistrationServiceConfiguration {

    @Bean
    Topics registrationTopics(@Value("${rollcall.topic-prefix:}") String prefix) {
        return new Topics(prefix);
    }

    @Bean
    KafkaAdmin.NewTopics registrationNewTopics(
            @Qualifier("registrationTopics") Topics topics,
            @Value("${rollcall.topic-partitions:12}") int partitions,
            @Value("${rollcall.bulk-partitions:96}") int bulkPartitions) {
        return new KafkaAdmin.NewTopics(topics.all(partitions, bulkPartitions).toArray(NewTopic[]::new));
    }

    @Bean(initMethod = "migrate")
    Flyway registrationFlyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("registration")
                .defaultSchema("registration")
                .createSchemas(true)
                .locations("classpath:db/registration")
                .load();
    }
}

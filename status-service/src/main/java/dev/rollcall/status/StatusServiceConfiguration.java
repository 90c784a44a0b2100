package dev.rollcall.status;

import dev.rollcall.tracing.TracingConfiguration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The whole service but for what a process has once: clock, data source, token decoder, Kafka properties.
@Configuration(proxyBeanMethods = false)
@Import(TracingConfiguration.class)
@EnableScheduling
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = StatusServiceApplication.class))
public class StatusServiceConfiguration {

    @Bean(initMethod = "migrate")
    Flyway statusFlyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("status")
                .defaultSchema("status")
                .createSchemas(true)
                .locations("classpath:db/status")
                .load();
    }
}

package dev.rollcall.upload;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The schema of this service, brought up to date before anything uses it.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

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
}

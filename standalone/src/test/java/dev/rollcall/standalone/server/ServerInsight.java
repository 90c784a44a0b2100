package dev.rollcall.standalone.server;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a test can't do through the API: break things on purpose.
public record ServerInsight(StandaloneServer server) {

    public JdbcClient database() {
        return JdbcClient.create(server.services().getBean(DataSource.class));
    }

    public Flyway statusMigrations() {
        return server.services().getBean("statusFlyway", Flyway.class);
    }
}

package dev.rollcall.status;

import dev.rollcall.fixtures.TestPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A database of the service's own, as its migrations make it.
public final class StatusDatabase {
    private StatusDatabase() {}

    public static PGSimpleDataSource create() {
        var database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.newDatabase());
        database.setUser("postgres");
        Flyway.configure()
                .dataSource(database)
                .schemas("status")
                .defaultSchema("status")
                .locations("classpath:db/status")
                .load()
                .migrate();
        return database;
    }
}

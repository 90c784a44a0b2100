package dev.rollcall.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesIT {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void theDatabaseOutlivesAProcessThatWasKilled() throws SQLException {
        var killed = EmbeddedDatabase.start(directory);
        try (var connection = connect(killed);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        // Nobody has closed the first server, as after a kill of its process.
        try (var next = EmbeddedDatabase.start(directory);
                var connection = connect(next);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT answer FROM kept")) {
            assertThat(next.jdbcUrl()).isNotEqualTo(killed.jdbcUrl());
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void theBrokerFindsItsTopicsAgain() throws ExecutionException, InterruptedException {
        try (var broker = EmbeddedBroker.start(directory);
                var admin = connect(broker)) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                    .all()
                    .get();
        }

        try (var again = EmbeddedBroker.start(directory);
                var admin = connect(again)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static Admin connect(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}

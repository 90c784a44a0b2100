package dev.rollcall.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesIT {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void theDatabaseOutlivesAProcessThatWasKilled() throws Exception {
        runUntilKilled();
        var leftover = Files.readString(directory.resolve("cluster/postmaster.pid"));

        try (var database = EmbeddedDatabase.start(directory);
                var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT answer FROM kept")) {
            assertThat(directory.resolve("cluster/postmaster.pid")).content().isNotEqualTo(leftover);
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

    @Test
    void theBrokerRefusesWhoDoesNotKnowItsPassword() {
        try (var broker = EmbeddedBroker.start(directory)) {
            var guess = settings(broker, new BrokerLogin("a guess").clientSettings());
            try (var admin = Admin.create(guess)) {

                assertThat(admin.listTopics().names())
                        .failsWithin(Duration.ofSeconds(30))
                        .withThrowableThat()
                        .withCauseInstanceOf(SaslAuthenticationException.class);
            }
        }
    }

    private void runUntilKilled() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isEqualTo(137);
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static Admin connect(EmbeddedBroker broker) {
        return Admin.create(settings(broker, broker.loginSettings()));
    }

    private static Map<String, Object> settings(EmbeddedBroker broker, Map<String, String> login) {
        var settings = new HashMap<String, Object>(login);
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return settings;
    }
}

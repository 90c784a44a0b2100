package dev.rollcall.registration.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.TestKafka;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is remembered of how far a topic is read, where clocks differ.
class ReadingProgressIT {
    private static final String TOPIC = "reading-progress";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Admin ADMIN =
            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()));

    private final ReadingProgress progress = new ReadingProgress(ADMIN, TOPIC, "nobody", () -> NOW);

    @BeforeAll
    static void createTopic() throws ExecutionException, InterruptedException {
        ADMIN.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }

    @AfterAll
    static void close() {
        ADMIN.close();
    }

    @Test
    void remembersTheTimeThatItWasAskedFor() {
        progress.await(NOW.minusSeconds(60));

        assertThat(progress.known()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void remembersNothingOfTheLastSecondInWhichALateClockMayStillPublish() {
        progress.await(NOW);

        assertThat(progress.known()).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void neverGoesBack() {
        progress.await(NOW.minusSeconds(60));
        progress.await(NOW.minusSeconds(90));

        assertThat(progress.known()).isEqualTo(NOW.minusSeconds(60));
    }
}

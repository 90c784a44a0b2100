package dev.rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.ApprovedFiles;
import dev.rollcall.fixtures.TestPostgres;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What former releases wrote, as their approved files have it, is still decided.
class FormerReleasesIT {
    private static final String PREFIX = "former-";

    @Test
    void decidesWhatFormerReleasesAskedFor() {
        try (var worker = RunningWorker.start(PREFIX, TestPostgres.newDatabase());
                var topics = new TestTopics(PREFIX)) {
            var names = topics.names();
            var catalog = written(names, names.deviceCatalog());
            var requests = written(names, names.registrationRequests());

            catalog.forEach(topics::send);
            requests.forEach(topics::send);

            assertThat(catalog).hasSizeGreaterThan(2);
            assertThat(requests).hasSizeGreaterThan(1);
            await().untilAsserted(() -> assertThat(topics.outcomes()).hasSameSizeAs(requests));
            await().untilAsserted(() -> assertThat(listings(worker)).isPositive());
            assertThat(topics.messages(Topics.deadLetters(names.deviceCatalog())))
                    .isEmpty();
            assertThat(topics.messages(Topics.deadLetters(names.registrationRequests())))
                    .isEmpty();
        }
    }

    private static List<ProducerRecord<String, byte[]>> written(Topics names, String topic) {
        return ApprovedFiles.records(names).stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    private static long listings(RunningWorker worker) {
        return worker.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM registration.device_catalog")
                .query(Long.class)
                .single();
    }
}

package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TopicsIT {
    /// So many that the broker needs longer for them than the service for the rest of its start.
    private static final int MANY = 300;

    private final Topics topics = new Topics(UUID.randomUUID() + ".");

    @Test
    void changesTheTopicsOfTheFirstReleaseIntoThoseOfThisOne() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            topic(topics.deviceCatalog()).configs(Map.of("cleanup.policy", "compact")),
                            topic(topics.registrationRequestsBulk())))
                    .all()
                    .get();

            try (var _ = UploadServer.start(
                    Map.of("rollcall.topic-prefix", topics.prefix(), "rollcall.bulk-partitions", 48))) {
                Awaitility.await().untilAsserted(() -> {
                    var catalog = config(admin, topics.deviceCatalog());
                    assertThat(catalog.get("cleanup.policy").value()).isEqualTo("delete");
                    assertThat(catalog.get("retention.ms").value()).isEqualTo("-1");
                    assertThat(description(admin, topics.registrationRequestsBulk())
                                    .partitions())
                            .hasSize(48);
                });
            }
        }
    }

    @Test
    void everyPartitionOfANewClusterTakesARecordAtTheFirstAttemptOnceTheServiceHasStarted() {
        try (var server = UploadServer.start(Map.of("rollcall.bulk-partitions", MANY));
                var producer = withoutASecondAttempt()) {
            var sent = server.topics.all(4, MANY).stream()
                    .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                            .mapToObj(partition -> new ProducerRecord<>(topic.name(), partition, "key", "value")))
                    .map(producer::send)
                    .toList();

            producer.flush();

            assertThat(sent)
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(record).succeedsWithin(Duration.ZERO));
        }
    }

    private static KafkaProducer<String, String> withoutASecondAttempt() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "retries", 0, "enable.idempotence", false),
                new StringSerializer(),
                new StringSerializer());
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(4), Optional.empty());
    }

    private static Config config(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
    }

    private static TopicDescription description(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
    }
}

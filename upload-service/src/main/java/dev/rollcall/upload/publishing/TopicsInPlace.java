package dev.rollcall.upload.publishing;

import dev.rollcall.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Creates the topics while the rest is made, and holds back what serves, sends or reads until every partition is led,
/// or for half a minute. Of a producer's first messages to a partition that is not, the second can be taken and the
/// first be refused as out of order, for as long as it is tried; and consumers of such partitions ask for them without
/// a pause.
@Component
final class TopicsInPlace implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsInPlace.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaAdmin kafka;
    private final List<NewTopic> topics;
    private final FutureTask<Void> work = new FutureTask<>(this::putInPlace, null);
    private volatile boolean running;

    TopicsInPlace(
            KafkaAdmin kafka,
            @Qualifier("uploadTopics") Topics topics,
            @Value("${rollcall.topic-partitions:12}") int partitions,
            @Value("${rollcall.bulk-partitions:96}") int bulkPartitions) {
        this.kafka = kafka;
        this.topics = topics.all(partitions, bulkPartitions);
        Thread.ofPlatform().daemon().name("upload-topics").start(work);
    }

    /// Before the relay, the web server and all listeners, also those of other services in this process.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        running = true;
        try {
            work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            LOG.atWarn().log("the topics are not in place yet");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics can't be put in place", e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void putInPlace() {
        try {
            kafka.createOrModifyTopics(topics.toArray(NewTopic[]::new));
        } catch (KafkaException e) {
            LOG.atError().setCause(e).log("topics could not be created or changed");
        }
        awaitLeaders();
    }

    private void awaitLeaders() {
        var ends = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.listOffsets(ends).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().setCause(e).log("not every partition is led yet");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

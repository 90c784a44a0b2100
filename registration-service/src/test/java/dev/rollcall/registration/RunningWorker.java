package dev.rollcall.registration;

import static org.awaitility.Awaitility.await;

import dev.rollcall.fixtures.TestKafka;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

/// One worker process: an application context of its own, with everything a real one has.
final class RunningWorker implements AutoCloseable {
    static {
        // However busy the machine is.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }

    private final ConfigurableApplicationContext context;

    private RunningWorker(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// `properties` are further ones, as `name=value`.
    static RunningWorker start(String topicPrefix, String databaseUrl, String... properties) {
        return new RunningWorker(new SpringApplicationBuilder(RegistrationServiceApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("rollcall.topic-partitions=3", "rollcall.bulk-partitions=6")
                .properties(properties)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--rollcall.topic-prefix=" + topicPrefix,
                        "--rollcall.registration.max-retry-interval=500ms"));
    }

    /// Has the lane of small batches take everything that `sending` sends in one poll.
    void inOnePoll(Runnable sending) {
        stopListener("registration");
        sending.run();
        startListener("registration");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void stopListener(String id) {
        listener(id).stop();
    }

    void startListener(String id) {
        listener(id).start();
    }

    /// Has the listener take nothing more, yet keep its partitions.
    void pauseListener(String id) {
        listener(id).pause();
        await().until(() -> listener(id).isContainerPaused());
    }

    void resumeListener(String id) {
        listener(id).resume();
    }

    /// Once each thread of the listener has its part of the partitions.
    void awaitPartitions(String id, int partitions) {
        await().until(
                        () -> ((ConcurrentMessageListenerContainer<?, ?>) listener(id))
                                .getContainers().stream()
                                        .map(MessageListenerContainer::getAssignedPartitions)
                                        .filter(Objects::nonNull)
                                        .map(Collection::size)
                                        .toList(),
                        parts -> !parts.contains(0)
                                && parts.stream().mapToInt(Integer::intValue).sum() == partitions);
    }

    String managementUrl(String path) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    @Override
    public void close() {
        context.close();
    }

    private MessageListenerContainer listener(String id) {
        return Objects.requireNonNull(bean(KafkaListenerEndpointRegistry.class).getListenerContainer(id));
    }
}

package dev.rollcall.registration;

import dev.rollcall.fixtures.TestKafka;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/// One worker process: an application context of its own, with everything a real one has.
final class RunningWorker implements AutoCloseable {
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

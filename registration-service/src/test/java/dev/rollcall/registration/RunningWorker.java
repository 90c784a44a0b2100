package dev.rollcall.registration;

import dev.rollcall.fixtures.TestKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /// `extra` are further configuration classes of the test.
    static RunningWorker start(String topicPrefix, String databaseUrl, Class<?>... extra) {
        var sources = new ArrayList<>(List.of(extra));
        sources.add(RegistrationServiceApplication.class);
        return new RunningWorker(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .properties("spring.main.banner-mode=off", "spring.jmx.enabled=false")
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--rollcall.topic-prefix=" + topicPrefix,
                        "--rollcall.topic-partitions=3",
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

package dev.rollcall.upload;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.access.issuers.TrustedIssuer;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.AtTheEnd;
import dev.rollcall.fixtures.TestKafka;
import dev.rollcall.fixtures.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service on a port of its own, with a database, topics and a spool directory that nobody else uses.
final class UploadServer implements AutoCloseable {
    static {
        // However busy the machine is.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }

    static final HttpClient HTTP = HttpClient.newHttpClient();

    final Topics topics;
    final Path spool;
    private final ConfigurableApplicationContext context;

    private UploadServer(Topics topics, Path spool, ConfigurableApplicationContext context) {
        this.topics = topics;
        this.spool = spool;
        this.context = context;
    }

    /// One server for all tests that need no settings of their own; they keep apart by tenants of their own.
    static UploadServer shared() {
        return Shared.SERVER;
    }

    /// `settings` come on top of the usual ones.
    static UploadServer start(Map<String, Object> settings) {
        var topics = new Topics(UUID.randomUUID() + ".");
        var spool = newDirectory();
        var all = new HashMap<String, Object>();
        all.put("server.port", 0);
        all.put("management.server.port", 0);
        all.put("spring.datasource.url", TestPostgres.newDatabase());
        all.put("spring.datasource.username", "postgres");
        all.put("spring.datasource.password", "postgres");
        all.put("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers());
        all.put("rollcall.topic-prefix", topics.prefix());
        all.put("rollcall.topic-partitions", 4);
        all.put("rollcall.bulk-partitions", 8);
        all.put("rollcall.upload.spool-dir", spool.toString());
        all.putAll(settings);
        var context = new SpringApplicationBuilder(UploadServiceApplication.class, Issuer.class)
                .registerShutdownHook(false)
                .properties(all)
                .run(arguments(all));
        return new UploadServer(topics, spool, context);
    }

    UploadCall post(String path) {
        return new UploadCall(this, "POST", path);
    }

    UploadCall delete(String path) {
        return new UploadCall(this, "DELETE", path);
    }

    UploadCall call(String method, String path) {
        return new UploadCall(this, method, path);
    }

    EventTap tap() {
        return new EventTap(topics);
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    /// As at the end of the process.
    void stopPublishing() {
        context.getBeansOfType(Producer.class).values().forEach(producer -> producer.close());
    }

    void loseDatabase() {
        context.getBean(HikariDataSource.class).close();
    }

    int databaseConnectionsInUse() {
        return context.getBean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    /// Of the memory that the producers have for records on their way.
    double producerBytesInUse() {
        return producerMetric("buffer-total-bytes") - producerMetric("buffer-available-bytes");
    }

    private double producerMetric(String name) {
        return context.getBeansOfType(Producer.class).values().stream()
                .mapToDouble(producer -> metric(producer, name))
                .sum();
    }

    private static double metric(Producer<?, ?> producer, String name) {
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    /// What requests have left on disk.
    List<Path> spooledFiles() {
        try (var tree = Files.walk(spool)) {
            return tree.filter(path ->
                            Files.isRegularFile(path) && !path.toString().endsWith(".lock"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("rollcall-upload-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final UploadServer SERVER = start(Map.of(
                "rollcall.upload.max-bytes", "150MB",
                "rollcall.upload.max-rows", "5000",
                "rollcall.upload.max-files", "1100",
                "rollcall.upload.small-batch-rows", "10"));

        static {
            AtTheEnd.run(SERVER::close);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Issuer {
        @Bean
        TrustedIssuer testIssuer() {
            return Tokens.issuer();
        }
    }
}

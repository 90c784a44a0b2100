package dev.rollcall.standalone.cli;

import dev.rollcall.events.Topics;
import dev.rollcall.standalone.client.ClientFailure;
import dev.rollcall.standalone.deadletters.DeadLetterBox;
import dev.rollcall.standalone.engine.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which Kafka to talk to: that of the services where `--kafka` names it, else standalone's own.
final class KafkaOptions {
    @Option(
            names = "--kafka",
            paramLabel = "ADDRESS",
            defaultValue = "${env:ROLLCALL_KAFKA}",
            description = "bootstrap servers (those of standalone)")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            defaultValue = "${env:ROLLCALL_KAFKA_CONFIG}",
            description = "properties of a client of Kafka, as its own tools take them: login, TLS")
    private @Nullable Path config;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "${env:ROLLCALL_TOPICPREFIX:-}",
            description = "before the name of every topic (none)")
    private String topicPrefix = "";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = DataDirectoryDefault.TEXT,
            description = "standalone's data directory, which knows how its Kafka is reached")
    private Path dataDirectory = Path.of("data");

    /// Kafka that does not answer, or refuses, is an expected failure.
    int withDeadLetters(ToIntFunction<DeadLetterBox> work) {
        try (var box = new DeadLetterBox(connection(), new Topics(topicPrefix))) {
            return work.applyAsInt(box);
        } catch (KafkaException e) {
            throw new ClientFailure("Kafka: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> connection() {
        var connection = new HashMap<String, Object>();
        if (bootstrapServers == null && config == null) {
            read(dataDirectory.resolve("kafka").resolve(EmbeddedBroker.CLIENT_SETTINGS), connection);
            return connection;
        }
        if (config != null) {
            read(config, connection);
        }
        if (bootstrapServers != null) {
            connection.put("bootstrap.servers", bootstrapServers);
        }
        return connection;
    }

    private static void read(Path file, Map<String, Object> connection) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new ClientFailure(file + " can't be read: give --kafka, or the --data-dir of a standalone", e);
        }
        properties.stringPropertyNames().forEach(name -> connection.put(name, properties.getProperty(name)));
    }
}

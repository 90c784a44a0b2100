package dev.rollcall.standalone.engine;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/// The Kafka broker itself, broker and controller in one, with its log in a directory that outlives
/// the process. A record it has acknowledged survives the death of the process; a power cut may
/// cost what the operating system had not written yet. Other users of the machine can reach its
/// port, so it asks every client for a password.
public final class EmbeddedBroker implements AutoCloseable {
    /// In the broker's directory: how a client on this machine connects, as Kafka's own tools read it.
    /// It is that of the latest start, whose port was free then.
    public static final String CLIENT_SETTINGS = "client.properties";

    private static final int NODE = 1;
    private static final String CLIENTS = "CLIENTS";
    private static final String CONTROLLER = "CONTROLLER";

    /// One broker keeps everything once, its internal topics need not spread over a cluster, and
    /// its few consumers may tell often that they are there: partitions are dealt out in a second
    /// and not in ten.
    private static final Map<String, String> SINGLE_BROKER = Map.ofEntries(
            entry("process.roles", "broker,controller"),
            entry("auto.create.topics.enable", "false"),
            entry("default.replication.factor", "1"),
            entry("offsets.topic.replication.factor", "1"),
            entry("offsets.topic.num.partitions", "4"),
            entry("transaction.state.log.replication.factor", "1"),
            entry("transaction.state.log.min.isr", "1"),
            entry("transaction.state.log.num.partitions", "4"),
            entry("group.initial.rebalance.delay.ms", "0"),
            entry("log.index.size.max.bytes", "1048576"),
            entry("log.cleaner.dedupe.buffer.size", "16777216"),
            entry("group.consumer.heartbeat.interval.ms", "500"),
            entry("group.consumer.min.heartbeat.interval.ms", "500"),
            entry("listener.security.protocol.map", CLIENTS + ":SASL_PLAINTEXT," + CONTROLLER + ":SASL_PLAINTEXT"),
            entry("inter.broker.listener.name", CLIENTS),
            entry("controller.listener.names", CONTROLLER),
            entry("sasl.enabled.mechanisms", BrokerLogin.MECHANISM),
            entry("sasl.mechanism.inter.broker.protocol", BrokerLogin.MECHANISM),
            entry("sasl.mechanism.controller.protocol", BrokerLogin.MECHANISM));

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final BrokerLogin login;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, BrokerLogin login) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.login = login;
    }

    /// Returns once clients can connect. Formats the directory when it is used for the first time.
    public static EmbeddedBroker start(Path directory) {
        return start(directory, Map.of());
    }

    /// `overriding` are Kafka's own settings, on top of those that standalone needs.
    static EmbeddedBroker start(Path directory, Map<String, String> overriding) {
        formatOnce(directory);
        var clients = LocalPorts.ADDRESS + ":" + LocalPorts.free();
        var login = BrokerLogin.open(directory);
        var settings = settings(directory, clients, login);
        settings.putAll(overriding);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        var broker = new EmbeddedBroker(server, clients, login);
        broker.tellClients(directory.resolve(CLIENT_SETTINGS));
        return broker;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /// How a client shows that it may connect.
    public Map<String, String> loginSettings() {
        return login.clientSettings();
    }

    private void tellClients(Path file) {
        var text = new StringWriter();
        var settings = new Properties();
        settings.putAll(loginSettings());
        settings.put("bootstrap.servers", bootstrapServers);
        try {
            settings.store(text, null);
            OwnerOnly.write(file, text.toString());
        } catch (IOException e) {
            close();
            throw new StartFailure("the file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatOnce(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            OwnerOnly.createDirectory(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setControllerListenerName(CONTROLLER)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new StartFailure("Kafka's directory " + directory + " could not be formatted: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings(Path directory, String clients, BrokerLogin login) {
        var controller = LocalPorts.ADDRESS + ":" + LocalPorts.free();
        var settings = new HashMap<>(SINGLE_BROKER);
        settings.put("node.id", Integer.toString(NODE));
        settings.put("log.dirs", directory.toString());
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("listeners", CLIENTS + "://" + clients + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", CLIENTS + "://" + clients);
        settings.put("listener.name.clients.plain.sasl.jaas.config", login.known());
        settings.put("listener.name.controller.plain.sasl.jaas.config", login.known());
        return settings;
    }
}

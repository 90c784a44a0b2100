package dev.rollcall.benchmarks.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// The `server.properties` of each node of a cluster on this machine. Whoever connects gives the password, the nodes
/// among themselves too: others on the machine can reach their ports. `more` is for each, beyond what it needs.
record BrokerSettings(List<Member> members, Path directory, String password, Map<String, String> more) {
    private static final String ADDRESS = "127.0.0.1";
    private static final String MOST_COPIES = "3";

    /// A node, and the ports at which clients, the other brokers and the other controllers reach it. Clients are told
    /// the `advertisedPort`, which may be that of something in between.
    record Member(int id, int clientPort, int advertisedPort, int brokerPort, int controllerPort) {
        String name() {
            return "broker-" + id;
        }
    }

    String bootstrapServers() {
        return members.stream()
                .map(member -> ADDRESS + ":" + member.advertisedPort())
                .collect(Collectors.joining(","));
    }

    Properties of(Member member) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(member.id()));
        settings.put("controller.quorum.voters", voters());
        settings.put("log.dirs", directory.resolve(member.name()).toString());
        addListeners(settings, member);
        addLogin(settings);
        addCopies(settings);
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.putAll(more);
        return settings;
    }

    private static void addListeners(Properties settings, Member member) {
        settings.put(
                "listeners",
                "CLIENTS://%1$s:%2$d,BROKERS://%1$s:%3$d,CONTROLLER://%1$s:%4$d"
                        .formatted(ADDRESS, member.clientPort(), member.brokerPort(), member.controllerPort()));
        settings.put(
                "advertised.listeners",
                "CLIENTS://%1$s:%2$d,BROKERS://%1$s:%3$d"
                        .formatted(ADDRESS, member.advertisedPort(), member.brokerPort()));
        settings.put(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,BROKERS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKERS");
        settings.put("controller.listener.names", "CONTROLLER");
    }

    private void addLogin(Properties settings) {
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        var login = """
                org.apache.kafka.common.security.plain.PlainLoginModule required \
                username="rollcall" password="%1$s" user_rollcall="%1$s";""".formatted(password);
        for (var listener : List.of("clients", "brokers", "controller")) {
            settings.put("listener.name." + listener + ".plain.sasl.jaas.config", login);
        }
    }

    private static void addCopies(Properties settings) {
        settings.put("default.replication.factor", MOST_COPIES);
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", MOST_COPIES);
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.replication.factor", MOST_COPIES);
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("transaction.state.log.num.partitions", "6");
    }

    private String voters() {
        return members.stream()
                .map(member -> member.id() + "@" + ADDRESS + ":" + member.controllerPort())
                .collect(Collectors.joining(","));
    }
}

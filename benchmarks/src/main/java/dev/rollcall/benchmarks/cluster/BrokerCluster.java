package dev.rollcall.benchmarks.cluster;

import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.ServerProcess;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/// Several nodes of Kafka, each broker and controller in a process of its own, formatted and started by Kafka's own
/// programs. Every record is kept on three of them, and acknowledged once it is on two.
public final class BrokerCluster implements AutoCloseable {
    private static final Watch START = new Watch(Duration.ofMillis(200), Duration.ofMinutes(1));

    private final List<ServerProcess> nodes = new ArrayList<>();
    private final String bootstrapServers;

    private BrokerCluster(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public static BrokerCluster start(Path home, WorkDirectory directory, int size) throws IOException {
        var password = UUID.randomUUID().toString();
        var kafka = Files.createDirectories(directory.data().resolve("kafka"));
        Files.writeString(kafka.resolve("password"), password);
        var members = new ArrayList<BrokerSettings.Member>();
        for (var id = 1; id <= size; id++) {
            members.add(new BrokerSettings.Member(id, ServerProcess.freePort(), ServerProcess.freePort()));
        }
        var settings = new BrokerSettings(List.copyOf(members), kafka, password);
        var cluster = new BrokerCluster(settings.bootstrapServers());
        try {
            cluster.start(home, directory, settings);
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public List<ServerProcess> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process().destroy());
        nodes.forEach(ServerProcess::close);
    }

    private void start(Path home, WorkDirectory directory, BrokerSettings settings) throws IOException {
        var clusterId = Uuid.randomUuid().toString();
        for (var member : settings.members()) {
            var file = write(directory.file(member.name() + ".properties"), settings.of(member));
            var output = directory.file(member.name() + ".out");
            format(home, output, clusterId, file);
            var node =
                    Launch.mainOf(home, "kafka.Kafka", "-Xmx256m", "-XX:+UseParallelGC", gcOption(directory, member));
            nodes.add(new ServerProcess(node.start(output, file.toString()), output));
        }
        START.until("the start of " + settings.members().size() + " brokers", () -> isComplete(directory));
    }

    private static String gcOption(WorkDirectory directory, BrokerSettings.Member member) {
        return "-Xlog:gc:file=" + directory.file(member.name() + ".gc.log");
    }

    private static void format(Path home, Path output, String clusterId, Path settings) throws IOException {
        var tool = Launch.mainOf(home, "kafka.tools.StorageTool", "-Xmx128m");
        var process = tool.start(output, "format", "--cluster-id", clusterId, "--config", settings.toString());
        try {
            if (process.waitFor() != 0) {
                throw new BenchFailure("a broker can't be formatted: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while a broker was formatted", e);
        }
    }

    private boolean isComplete(WorkDirectory directory) {
        for (var node : nodes) {
            if (!node.process().isAlive()) {
                throw node.failure();
            }
        }
        try (var admin = Admin.create(new Engines(directory.data(), bootstrapServers).kafka())) {
            return admin.describeCluster().nodes().get().size() == nodes.size();
        } catch (ExecutionException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while brokers started", e);
        }
    }

    private static Path write(Path file, Properties settings) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        return file;
    }
}

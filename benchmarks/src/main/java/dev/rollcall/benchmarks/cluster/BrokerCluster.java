package dev.rollcall.benchmarks.cluster;

import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.ServerProcess;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.standalone.engine.LocalPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/// Several nodes of Kafka, each broker and controller in a process of its own, formatted and started by Kafka's own
/// programs. Every record is kept on three of them, and acknowledged once it is on two.
public final class BrokerCluster implements AutoCloseable {
    private static final Watch START = new Watch(Duration.ofMillis(200), Duration.ofMinutes(1));

    private final Path home;
    private final WorkDirectory directory;
    private final BrokerSettings settings;
    private final List<String> options;
    private final List<ServerProcess> nodes = new ArrayList<>();

    private BrokerCluster(Path home, WorkDirectory directory, BrokerSettings settings, List<String> options) {
        this.home = home;
        this.directory = directory;
        this.settings = settings;
        this.options = options;
    }

    public static BrokerCluster start(Path home, WorkDirectory directory, int size) throws IOException {
        return start(home, directory, new Plan(size, port -> port, Map.of(), List.of()));
    }

    /// What stands between clients and the brokers, if anything.
    public interface Front {

        /// The port that clients are told of, for a broker that listens at `port`.
        int advertised(int port) throws IOException;
    }

    /// So many nodes, each with `settings` of Kafka and `options` of its JVM beyond what it needs.
    public record Plan(int size, Front front, Map<String, String> settings, List<String> options) {
        public Plan {
            settings = Map.copyOf(settings);
            options = List.copyOf(options);
        }
    }

    private static BrokerCluster start(Path home, WorkDirectory directory, Plan plan) throws IOException {
        var cluster = begin(home, directory, plan);
        try {
            cluster.awaitComplete();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /// Returns when the nodes are on their way; [#awaitComplete()] waits until they are there.
    public static BrokerCluster begin(Path home, WorkDirectory directory, Plan plan) throws IOException {
        var password = UUID.randomUUID().toString();
        var kafka = Files.createDirectories(directory.data().resolve("kafka"));
        Files.writeString(kafka.resolve("password"), password);
        var members = new ArrayList<BrokerSettings.Member>();
        for (var id = 1; id <= plan.size(); id++) {
            members.add(member(id, plan.front()));
        }
        var settings = new BrokerSettings(List.copyOf(members), kafka, password, plan.settings());
        var cluster = new BrokerCluster(home, directory, settings, plan.options());
        try {
            cluster.start();
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public List<ServerProcess> nodes() {
        return List.copyOf(nodes);
    }

    public void awaitComplete() {
        START.until("the start of " + settings.members().size() + " brokers", this::isComplete);
    }

    /// Starts a node that has ended, the first being 0, with what it had on disk.
    public void startAgain(int node) throws IOException {
        nodes.set(node, run(settings.members().get(node)));
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process().destroy());
        nodes.forEach(ServerProcess::close);
    }

    private static BrokerSettings.Member member(int id, Front front) throws IOException {
        var port = LocalPorts.free();
        return new BrokerSettings.Member(id, port, front.advertised(port), LocalPorts.free(), LocalPorts.free());
    }

    private void start() throws IOException {
        format();
        for (var member : settings.members()) {
            nodes.add(run(member));
        }
    }

    private ServerProcess run(BrokerSettings.Member member) throws IOException {
        var all = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseParallelGC"));
        all.add("-Xlog:gc:file=" + directory.file(member.name() + ".gc.log"));
        all.addAll(options);
        var node = Launch.mainOf(home, "kafka.Kafka", all.toArray(String[]::new));
        var output = output(member);
        return new ServerProcess(node.start(output, file(member).toString()), output);
    }

    private Path file(BrokerSettings.Member member) {
        return directory.file(member.name() + ".properties");
    }

    private Path output(BrokerSettings.Member member) {
        return directory.file(member.name() + ".out");
    }

    private void format() throws IOException {
        var clusterId = Uuid.randomUuid().toString();
        var tool = Launch.mainOf(home, "kafka.tools.StorageTool", "-Xmx128m", "-XX:TieredStopAtLevel=1");
        var formatting = new ArrayList<Process>();
        for (var member : settings.members()) {
            var file = write(file(member), settings.of(member)).toString();
            formatting.add(tool.start(output(member), "format", "--cluster-id", clusterId, "--config", file));
        }
        try {
            for (var member : settings.members()) {
                if (formatting.get(member.id() - 1).waitFor() != 0) {
                    throw new BenchFailure("a broker can't be formatted: " + Files.readString(output(member)));
                }
            }
        } catch (InterruptedException e) {
            formatting.forEach(Process::destroy);
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while brokers were formatted", e);
        }
    }

    private boolean isComplete() {
        for (var node : nodes) {
            if (!node.process().isAlive()) {
                throw node.failure();
            }
        }
        try (var admin = Admin.create(new Engines(directory.data(), bootstrapServers()).kafka())) {
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

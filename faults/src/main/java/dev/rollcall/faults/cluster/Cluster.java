package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.cluster.BrokerCluster;
import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.services.BenchIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Three brokers, PostgreSQL and some of each service. Between a service and its database, and between all services and
/// a broker, there is a link each.
public final class Cluster implements AutoCloseable {
    private static final int BROKERS = 3;
    private static final List<String> DATABASES = List.of("upload", "registration", "status");

    /// A JVM that compiles less has more of its processor left for others, and starts sooner.
    private static final List<String> SOON_STARTED = List.of("-XX:TieredStopAtLevel=1");

    /// Members of a group that don't answer are missed after ten seconds instead of 45: a fault must outlast that.
    private static final Map<String, String> SOON_MISSED = Map.of(
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "group.consumer.session.timeout.ms", "10000",
            "group.consumer.min.session.timeout.ms", "10000",
            "group.consumer.heartbeat.interval.ms", "2000",
            "group.consumer.min.heartbeat.interval.ms", "2000");

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BenchIssuer issuer;
    private final Database database;
    private final List<Broker> brokers;
    private final List<Link> brokerLinks = new ArrayList<>();
    private final Services services;

    private Cluster(Path home, WorkDirectory directory, ClusterPlan plan) throws IOException {
        try {
            issuer = keep(BenchIssuer.start());
            var kafka = keep(BrokerCluster.begin(
                    home, directory, new BrokerCluster.Plan(BROKERS, this::link, SOON_MISSED, SOON_STARTED)));
            brokers = IntStream.range(0, BROKERS)
                    .mapToObj(number -> new Broker(kafka, number))
                    .toList();
            database = Database.start(home, directory, kafka.bootstrapServers(), DATABASES);
            opened.push(database::kill);
            services = keep(Services.begin(home, directory, plan, database, issuer));
            kafka.awaitComplete();
            services.all().forEach(Node::awaitReady);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Returns when all of them are ready.
    public static Cluster start(Path home, WorkDirectory directory, ClusterPlan plan) {
        try {
            return new Cluster(home, directory, plan);
        } catch (IOException e) {
            throw new BenchFailure("the cluster can't be started: " + e.getMessage(), e);
        }
    }

    public Services services() {
        return services;
    }

    public List<Broker> brokers() {
        return brokers;
    }

    /// By the number of the broker that each leads to.
    public List<Link> brokerLinks() {
        return List.copyOf(brokerLinks);
    }

    public Database database() {
        return database;
    }

    public Engines engines() {
        return database.engines();
    }

    public String token(BenchClient client) {
        return issuer.token(client);
    }

    static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Ends everything at once: what was to be learned from it is known.
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new BenchFailure("a part of the cluster does not end: " + e.getMessage(), e);
            }
        }
    }

    private int link(int port) {
        var link = keep(Link.to(() -> port));
        brokerLinks.add(link);
        return link.port();
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }
}

package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.benchmarks.services.BenchIssuer;
import dev.rollcall.benchmarks.services.ServiceEnvironment;
import dev.rollcall.benchmarks.services.ServicePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The processes of the three services, the link of each to its database, and the spool folders of the uploads. What
/// uploads ask of the status services goes to one that is ready.
public final class Services implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:TieredStopAtLevel=1");

    private static final String WORKER = "dev.rollcall.registration.RegistrationServiceApplication";

    private final Path home;
    private final WorkDirectory directory;
    private final ClusterPlan plan;
    private final Database database;
    private final BenchIssuer issuer;
    private final List<Node> uploads = new ArrayList<>();
    private final List<Node> workers = new ArrayList<>();
    private final List<Node> statuses = new ArrayList<>();
    private final Map<String, Link> databaseLinks = new TreeMap<>();
    private final List<Spool> spools = new ArrayList<>();
    private final Balancer desk;
    private final Link toDesk;

    private Services(Path home, WorkDirectory directory, ClusterPlan plan, Database database, BenchIssuer issuer)
            throws IOException {
        this.home = home;
        this.directory = directory;
        this.plan = plan;
        this.database = database;
        this.issuer = issuer;
        for (var number = 1; number <= plan.statuses(); number++) {
            statuses.add(node("status", number, ServicePorts.two(), Map.of()));
        }
        desk = Balancer.over(statuses);
        toDesk = Link.to(desk::nextPort);
    }

    /// Returns when they are on their way.
    static Services begin(Path home, WorkDirectory directory, ClusterPlan plan, Database database, BenchIssuer issuer)
            throws IOException {
        var services = new Services(home, directory, plan, database, issuer);
        for (var number = 1; number <= plan.uploads(); number++) {
            services.addUpload(number);
        }
        for (var number = 1; number <= plan.workers(); number++) {
            services.addWorker(number);
        }
        services.all().forEach(Node::start);
        return services;
    }

    public List<Node> uploads() {
        return List.copyOf(uploads);
    }

    public List<Node> workers() {
        return List.copyOf(workers);
    }

    public List<Node> statuses() {
        return List.copyOf(statuses);
    }

    public List<Node> all() {
        return Stream.of(statuses, workers, uploads).flatMap(List::stream).toList();
    }

    /// By the name of the service's process.
    public Map<String, Link> databaseLinks() {
        return Map.copyOf(databaseLinks);
    }

    /// In the order of the uploads.
    public List<Spool> spools() {
        return List.copyOf(spools);
    }

    /// Where clients call what changes something.
    public List<URI> doors() {
        return apis(uploads);
    }

    /// Where clients ask.
    public List<URI> desks() {
        return apis(statuses);
    }

    @Override
    public void close() {
        all().forEach(Node::kill);
        toDesk.close();
        desk.close();
        databaseLinks.values().forEach(Link::close);
        spools.forEach(Spool::close);
    }

    private static List<URI> apis(List<Node> nodes) {
        return nodes.stream().map(node -> Cluster.at(node.ports().api())).toList();
    }

    private void addWorker(int number) throws IOException {
        var instance = Map.of("ROLLCALL_REGISTRATION_INSTANCE", Integer.toString(number));
        workers.add(node("registration", number, ServicePorts.one(), instance));
    }

    private void addUpload(int number) throws IOException {
        var spool = Spool.in(directory.file("spool-" + number));
        spools.add(spool);
        uploads.add(node(
                "upload",
                number,
                ServicePorts.two(),
                Map.of(
                        "ROLLCALL_UPLOAD_STATUSURL",
                        Cluster.at(toDesk.port()).toString(),
                        "ROLLCALL_UPLOAD_SPOOLDIR",
                        spool.folder().toString())));
    }

    private Node node(String kind, int number, ServicePorts ports, Map<String, String> more) {
        var name = kind + "-" + number;
        var link = Link.to(database::port);
        databaseLinks.put(name, link);
        var environment = new HashMap<>(new ServiceEnvironment(database.engines(), issuer).of(kind, ports));
        environment.put("ROLLCALL_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + link.port() + "/" + kind);
        environment.putAll(plan.environment());
        environment.putAll(more);
        return new Node(
                name, launch(kind).with(environment), directory, new Node.Ports(ports.port(), ports.management()));
    }

    private Launch launch(String kind) {
        var module = kind + "-service";
        var options = OPTIONS.toArray(String[]::new);
        return kind.equals("registration")
                ? plan.workersClasses()
                        .map(classes -> Launch.patched(home, module, classes, WORKER, options))
                        .orElseGet(() -> Launch.jar(home, module, options))
                : Launch.jar(home, module, options);
    }
}

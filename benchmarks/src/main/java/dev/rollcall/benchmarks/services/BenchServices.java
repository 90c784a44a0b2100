package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.cluster.BrokerCluster;
import dev.rollcall.benchmarks.cluster.SharesReading;
import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.ServerProcess;
import dev.rollcall.benchmarks.server.Shares;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The three services as an operator runs them: a process each, the registration worker in as many as wanted, from the
/// jars that the build made.
public final class BenchServices implements Deployment {
    private static final String UPLOAD = "upload";
    private static final String REGISTRATION = "registration";
    private static final String STATUS = "status";

    private final Path home;
    private final WorkDirectory directory;
    private final ServicesPlan plan;
    private final List<BenchClient> clients;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Integer> workers = new TreeMap<>();
    private final Map<String, Service> services = new TreeMap<>();
    private final BenchIssuer issuer;
    private final EngineProcess engines;
    private final URI uploads;
    private final URI answers;

    private BenchServices(Path home, WorkDirectory directory, ServicesPlan plan, List<BenchClient> clients) {
        this.home = home;
        this.directory = directory;
        this.plan = plan;
        this.clients = clients;
        try {
            issuer = keep(BenchIssuer.start());
            engines = startEngines();
            var status = ServicePorts.two();
            var upload = ServicePorts.two();
            answers = address(status);
            uploads = address(upload);
            start(STATUS, STATUS, status, Map.of());
            startWorkers();
            start(
                    UPLOAD,
                    UPLOAD,
                    upload,
                    Map.of(
                            "ROLLCALL_UPLOAD_STATUSURL", answers.toString(),
                            "ROLLCALL_UPLOAD_SPOOLDIR", directory.file("spool").toString()));
        } catch (IOException e) {
            close();
            throw new BenchFailure("the services can't be started: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public static BenchServices start(
            Path home, WorkDirectory directory, ServicesPlan plan, List<BenchClient> clients, PrintWriter out) {
        out.println("Starting the services, Kafka and PostgreSQL in " + directory.root() + " …");
        return new BenchServices(home, directory, plan, clients);
    }

    @Override
    public Caller as(String clientId) {
        var client = clients.stream()
                .filter(candidate -> candidate.clientId().equals(clientId))
                .findFirst()
                .orElseThrow();
        var token = issuer.token(client);
        return new Caller(clientId, uploads, answers, () -> token);
    }

    @Override
    public List<Member> members() {
        return List.copyOf(members);
    }

    @Override
    public Engines engines() {
        return engines.engines();
    }

    /// By the name of each process of a service.
    Map<String, URI> managementAddresses() {
        return services.values().stream().collect(Collectors.toMap(Service::name, Service::management));
    }

    @Override
    public Optional<Shares> shares() {
        return plan.isCluster() || plan.workers() > 1
                ? Optional.of(new SharesReading(engines(), workers).read())
                : Optional.empty();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new BenchFailure("a process does not end: " + e.getMessage(), e);
            }
        }
    }

    private EngineProcess startEngines() throws IOException {
        var elsewhere = new ArrayList<String>();
        if (plan.isCluster()) {
            var cluster = keep(BrokerCluster.start(home, directory, plan.brokers()));
            elsewhere.add(cluster.bootstrapServers());
            for (var i = 0; i < plan.brokers(); i++) {
                members.add(member("broker-" + (i + 1), cluster.nodes().get(i)));
            }
        }
        var started = keep(EngineProcess.start(
                home, directory, gcOption("broker"), List.of(UPLOAD, REGISTRATION, STATUS), elsewhere));
        if (!plan.isCluster()) {
            members.add(member("broker", started.process()));
        }
        return started;
    }

    private void startWorkers() throws IOException {
        for (var number = 1; number <= plan.workers(); number++) {
            var name = plan.workers() == 1 ? REGISTRATION : REGISTRATION + "-" + number;
            var ports = ServicePorts.one();
            workers.put(name, ports.management());
            start(REGISTRATION, name, ports, Map.of("SPRING_KAFKA_CLIENTID", name));
        }
    }

    /// Ends one of them as an operator does.
    void stop(String name) {
        service(name).process().close();
    }

    /// Starts it once more where it was, told the same and, for this time, `more`.
    void startAgain(String name, Map<String, String> more) throws IOException {
        var ended = service(name);
        var variables = new HashMap<>(ended.more());
        variables.putAll(more);
        members.removeIf(member -> member.name().equals(name));
        start(ended.kind(), name, ended.ports(), variables);
        services.computeIfPresent(name, (_, again) -> again.with(ended.more()));
    }

    /// Starts another one of its kind, told the same and `more`, and returns where it answers.
    URI startBeside(String name, String other, Map<String, String> more) throws IOException {
        var ports = ServicePorts.two();
        start(service(name).kind(), other, ports, more);
        return address(ports);
    }

    private Service service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    private void start(String kind, String name, ServicePorts ports, Map<String, String> more) throws IOException {
        var output = directory.file(name + ".out");
        var launch = Launch.jar(
                        home,
                        kind + "-service",
                        "-Xmx" + plan.heap(),
                        "-XX:+UseParallelGC",
                        "-XX:NewRatio=1",
                        gcOption(name))
                .with(new ServiceEnvironment(engines.engines(), issuer).of(kind, ports))
                .with(plan.environment())
                .with(more);
        var process = keep(new ServerProcess(launch.start(output), output));
        members.add(member(name, process));
        process.awaitReady(ports.management());
        services.put(name, new Service(kind, name, ports, more, process));
    }

    private Member member(String name, ServerProcess process) {
        return new Member(name, process.process().pid(), gcLog(name));
    }

    private String gcOption(String name) {
        return "-Xlog:gc:file=" + gcLog(name);
    }

    private Path gcLog(String name) {
        return directory.file(name + ".gc.log");
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }

    private record Service(
            String kind, String name, ServicePorts ports, Map<String, String> more, ServerProcess process) {
        Service with(Map<String, String> known) {
            return new Service(kind, name, ports, known, process);
        }

        URI management() {
            return URI.create("http://127.0.0.1:" + ports.management());
        }
    }

    private static URI address(ServicePorts ports) {
        return URI.create("http://127.0.0.1:" + ports.port());
    }
}

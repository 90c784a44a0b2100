package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.Launch;
import dev.rollcall.benchmarks.server.ServerProcess;
import dev.rollcall.benchmarks.server.WorkDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The three services as an operator runs them: a process each, from the jars that the build made.
public final class BenchServices implements Deployment {
    private static final String UPLOAD = "upload";
    private static final String REGISTRATION = "registration";
    private static final String STATUS = "status";

    private final Path home;
    private final WorkDirectory directory;
    private final String heap;
    private final List<BenchClient> clients;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Member> members = new ArrayList<>();
    private final BenchIssuer issuer;
    private final EngineProcess engines;
    private final URI uploads;
    private final URI answers;

    private BenchServices(Path home, WorkDirectory directory, String heap, List<BenchClient> clients) {
        this.home = home;
        this.directory = directory;
        this.heap = heap;
        this.clients = clients;
        try {
            issuer = keep(BenchIssuer.start());
            engines = keep(
                    EngineProcess.start(home, directory, gcOption("broker"), List.of(UPLOAD, REGISTRATION, STATUS)));
            members.add(member("broker", engines.process()));
            var status = ServicePorts.two();
            var upload = ServicePorts.two();
            answers = address(status);
            uploads = address(upload);
            start(STATUS, status, Map.of());
            start(REGISTRATION, ServicePorts.one(), Map.of());
            start(
                    UPLOAD,
                    upload,
                    Map.of(
                            "rollcall.upload.status-url", answers.toString(),
                            "rollcall.upload.spool-dir", directory.file("spool").toString()));
        } catch (IOException e) {
            close();
            throw new BenchFailure("the services can't be started: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// `heap` is that of each service.
    public static BenchServices start(
            Path home, WorkDirectory directory, String heap, List<BenchClient> clients, PrintWriter out) {
        out.println("Starting three services, Kafka and PostgreSQL in " + directory.root() + " …");
        return new BenchServices(home, directory, heap, clients);
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

    private void start(String service, ServicePorts ports, Map<String, String> more) throws IOException {
        var settings = new ServiceSettings(engines.engines(), issuer)
                .write(directory.file(service + ".properties"), service, ports, more);
        var output = directory.file(service + ".out");
        var launch = Launch.jar(home, service + "-service", "-Xmx" + heap, gcOption(service));
        var process = keep(new ServerProcess(
                launch.start(output, "--spring.config.additional-location=file:" + settings), output));
        members.add(member(service, process));
        process.awaitReady(ports.management());
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

    private static URI address(ServicePorts ports) {
        return URI.create("http://127.0.0.1:" + ports.port());
    }
}

package dev.rollcall.benchmarks.server;

import dev.rollcall.standalone.client.ClientCredentialsTokens;
import dev.rollcall.standalone.engine.LocalPorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// A Rollcall as `./rollcall start` starts it, with clients of the measurement's own. It ends with the measurement.
public final class BenchServer implements Deployment {

    /// What is measured is not how often one may ask. And one line of the log tells where Kafka is.
    private static final Map<String, String> SETTINGS = Map.of(
            "ROLLCALL_LIMITS_TENANT_READSPERMINUTE", "1000000",
            "ROLLCALL_LIMITS_TENANT_CALLSPERMINUTE", "1000000",
            "ROLLCALL_LIMITS_SUPPLIER_READSPERMINUTE", "1000000",
            "LOGGING_LEVEL_ORG_APACHE_KAFKA_COMMON_CONFIG", "INFO");

    private static final Pattern BOOTSTRAP = Pattern.compile("bootstrap\\.servers = \\[([^]]+)]");

    private final ServerProcess process;
    private final URI api;
    private final List<BenchClient> clients;
    private final WorkDirectory directory;

    private BenchServer(ServerProcess process, URI api, List<BenchClient> clients, WorkDirectory directory) {
        this.process = process;
        this.api = api;
        this.clients = clients;
        this.directory = directory;
    }

    public static BenchServer start(Path home, WorkDirectory directory, List<BenchClient> clients, PrintWriter out) {
        return start(Launch.script(home), directory, clients, out);
    }

    public static BenchServer start(
            Launch launch, WorkDirectory directory, List<BenchClient> clients, PrintWriter out) {
        return start(launch, directory, new BenchAccounts(clients, List.of()), out);
    }

    public static BenchServer start(Launch launch, WorkDirectory directory, BenchAccounts accounts, PrintWriter out) {
        out.println("Starting a server in " + directory.root() + " …");
        try {
            writeCredentials(directory, accounts);
            var port = LocalPorts.free();
            var managementPort = LocalPorts.free();
            var process = new ServerProcess(process(launch, directory, port, managementPort), directory.file("output"));
            awaitReady(process, managementPort);
            return new BenchServer(process, URI.create("http://localhost:" + port), accounts.clients(), directory);
        } catch (IOException e) {
            throw new BenchFailure("the server can't be started: " + e.getMessage(), e);
        }
    }

    /// Of the API, the issuer and the portal.
    public URI address() {
        return api;
    }

    @Override
    public Caller as(String clientId) {
        var client = clients.stream()
                .filter(candidate -> candidate.clientId().equals(clientId))
                .findFirst()
                .orElseThrow();
        var tokens =
                new ClientCredentialsTokens(api.resolve("/oauth2/token"), client.clientId(), client.clientSecret());
        return new Caller(clientId, api, api, tokens);
    }

    @Override
    public List<Member> members() {
        return List.of(new Member("services and broker", process.process().pid(), gcLog(directory)));
    }

    @Override
    public Engines engines() {
        return new Engines(directory.data(), bootstrapServers());
    }

    @Override
    public void close() {
        process.close();
    }

    private static void awaitReady(ServerProcess process, int managementPort) {
        try {
            process.awaitReady(managementPort);
        } catch (BenchFailure e) {
            process.close();
            throw e;
        }
    }

    private static Process process(Launch launch, WorkDirectory directory, int port, int managementPort)
            throws IOException {
        var configured = launch.with("JDK_JAVA_OPTIONS", "-Xlog:gc:file=" + gcLog(directory));
        for (var setting : SETTINGS.entrySet()) {
            configured = configured.with(setting.getKey(), setting.getValue());
        }
        return configured.start(
                directory.file("output"),
                "start",
                "--port",
                Integer.toString(port),
                "--management-port",
                Integer.toString(managementPort),
                "--data-dir",
                directory.data().toString());
    }

    private static Path gcLog(WorkDirectory directory) {
        return directory.file("gc.log");
    }

    private static void writeCredentials(WorkDirectory directory, BenchAccounts accounts) throws IOException {
        Files.createDirectories(directory.data());
        var credentials =
                Map.of("tokenEndpoint", "http://localhost", "clients", accounts.clients(), "users", accounts.users());
        Files.writeString(
                directory.data().resolve("credentials.json"),
                JsonMapper.shared().writeValueAsString(credentials));
    }

    private String bootstrapServers() {
        var log = directory.data().resolve("rollcall.log");
        try (var lines = Files.lines(log)) {
            return lines.map(BOOTSTRAP::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow(() -> new BenchFailure("the log " + log + " does not tell where Kafka is"));
        } catch (IOException e) {
            throw new BenchFailure("the log " + log + " can't be read: " + e.getMessage(), e);
        }
    }
}

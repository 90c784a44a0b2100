package dev.rollcall.benchmarks.server;

import dev.rollcall.standalone.client.ClientCredentialsTokens;
import dev.rollcall.standalone.client.RollcallApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// A Rollcall as `./rollcall start` starts it, with clients of the measurement's own. It ends with the measurement.
public final class BenchServer implements AutoCloseable {
    private static final long END_SECONDS = 60;

    /// What is measured is not how often one may ask.
    private static final Map<String, String> SETTINGS = Map.of(
            "ROLLCALL_LIMITS_TENANT_READSPERMINUTE", "1000000", "ROLLCALL_LIMITS_SUPPLIER_READSPERMINUTE", "1000000");

    private final Process process;
    private final URI api;
    private final List<BenchClient> clients;

    private BenchServer(Process process, URI api, List<BenchClient> clients) {
        this.process = process;
        this.api = api;
        this.clients = clients;
    }

    public static BenchServer start(Path home, WorkDirectory directory, List<BenchClient> clients, PrintWriter out) {
        out.println("Starting a server in " + directory.root() + " …");
        try {
            writeCredentials(directory, clients);
            var port = freePort();
            var managementPort = freePort();
            var process = command(home, directory, port, managementPort).start();
            var server = new BenchServer(process, URI.create("http://localhost:" + port), clients);
            server.awaitReady(new Readiness(URI.create("http://localhost:" + managementPort)), directory);
            return server;
        } catch (IOException e) {
            throw new BenchFailure("the server can't be started: " + e.getMessage(), e);
        }
    }

    /// The API on behalf of one of the clients.
    public RollcallApi as(String clientId) {
        var client = clients.stream()
                .filter(candidate -> candidate.clientId().equals(clientId))
                .findFirst()
                .orElseThrow();
        return new RollcallApi(
                api,
                new ClientCredentialsTokens(api.resolve("/oauth2/token"), client.clientId(), client.clientSecret()));
    }

    /// Ends the process that was started, and no other.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Readiness readiness, WorkDirectory directory) {
        if (!readiness.await(process::isAlive)) {
            close();
            throw new BenchFailure("the server did not become ready; " + lastWords(directory));
        }
    }

    private static ProcessBuilder command(Path home, WorkDirectory directory, int port, int managementPort) {
        var command = new ProcessBuilder(
                        home.resolve("rollcall").toAbsolutePath().toString(),
                        "start",
                        "--port",
                        Integer.toString(port),
                        "--management-port",
                        Integer.toString(managementPort),
                        "--data-dir",
                        directory.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.file("output").toFile());
        command.environment().putAll(SETTINGS);
        return command;
    }

    private static void writeCredentials(WorkDirectory directory, List<BenchClient> clients) throws IOException {
        Files.createDirectories(directory.data());
        var credentials = Map.of("tokenEndpoint", "http://localhost", "clients", clients, "users", List.of());
        Files.writeString(
                directory.data().resolve("credentials.json"),
                JsonMapper.shared().writeValueAsString(credentials));
    }

    private static String lastWords(WorkDirectory directory) {
        try {
            return "it said: " + Files.readString(directory.file("output")).strip();
        } catch (IOException _) {
            return "it said nothing";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

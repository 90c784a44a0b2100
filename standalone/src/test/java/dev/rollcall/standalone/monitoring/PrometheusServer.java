package dev.rollcall.standalone.monitoring;

import dev.rollcall.standalone.engine.LocalPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Prometheus with the configuration of `deploy`, which asks one process instead of three, each second.
public final class PrometheusServer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    private PrometheusServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /// `management` is where the one process serves its metrics; everything is kept below `directory`.
    public static PrometheusServer start(Tool prometheus, URI management, Path directory) {
        var configuration = Deployed.read(Deployed.PROMETHEUS.resolve("prometheus.yml"))
                .replaceAll("targets: \\[\".*\"]", "targets: [\"127.0.0.1:" + management.getPort() + "\"]")
                .replace("rules/*.yml", Deployed.PROMETHEUS + "/rules/*.yml")
                .replace("15s", "1s");
        try {
            var port = LocalPorts.free();
            var file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
            var process = prometheus.start(
                    directory.resolve("prometheus.log"),
                    "--config.file=" + file,
                    "--storage.tsdb.path=" + directory.resolve("tsdb"),
                    "--web.listen-address=127.0.0.1:" + port);
            return new PrometheusServer(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The answer's `data.result`, empty where there is none.
    public JsonNode query(String expression) {
        var answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (!"success".equals(answer.path("status").asString())) {
            throw new IllegalStateException(expression + " is refused: " + answer);
        }
        return answer.path("data").path("result");
    }

    private JsonNode get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

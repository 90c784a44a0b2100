package dev.rollcall.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.WorkDirectory;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The jars as they are deployed: each service a process of its own that is told everything by environment variables.
class ServicesIT {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final Path SAMPLES = HOME.resolve("samples");
    private static final Pattern EXEMPLAR = Pattern.compile(" # \\{.*trace_id=\"([0-9a-f]{32})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final BenchClient OEM = BenchClient.ofSupplier("oem");
    private static final BenchClient CONTOSO = new BenchClient(
            "contoso",
            "of no use here",
            "contoso",
            null,
            List.of("devices:register", "devices:read", "devices:release", "activity:write"));

    @Test
    void tellTheStoryTraceItAndLogIt() throws Exception {
        try (var collector = SpanCollector.start();
                var directory = WorkDirectory.create();
                var services = BenchServices.start(
                        HOME,
                        directory,
                        new ServicesPlan("256m", 1, 1, observed(collector)),
                        List.of(OEM, CONTOSO),
                        new PrintWriter(new StringWriter()))) {
            var oem = new Call(services.as("oem"));
            var contoso = new Call(services.as("contoso"));

            oem.post("/v1/device-catalog", "text/csv", Files.readAllBytes(SAMPLES.resolve("device-catalog.csv")));
            var posted = contoso.post(
                    "/v1/batches", "text/csv", Files.readAllBytes(SAMPLES.resolve("01-get-windowsautopilotinfo.csv")));
            var batch = posted.json().get("batchId").asString();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(contoso.get("/v1/batches/" + batch)
                                    .path("succeeded")
                                    .asInt())
                            .isEqualTo(3));

            becomesActiveWhenSeen(contoso);
            isGoneOnceReleased(contoso);
            tellsVersionAndHealth(services);
            await().atMost(PATIENCE).untilAsserted(() -> hasOneTraceOfAll(collector.spans()));
            var logs = ServiceLogs.in(directory, services.managementAddresses().keySet());
            assertThat(logs.ofCall(posted.requestId())).anySatisfy(line -> {
                assertThat(line.path("message").asString()).isEqualTo("batch accepted");
                assertThat(line.path("batchId").asString()).isEqualTo(batch);
                assertThat(tracesOfCalls(collector.spans()))
                        .contains(line.path("traceId").asString());
            });
            linksALatencyToATrace(services, collector);
        }
    }

    private static void becomesActiveWhenSeen(Call contoso) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            contoso.post(
                    "/v1/device-activity",
                    "application/json",
                    seen(InstantSource.system().instant()));
            assertThat(contoso.get("/v1/devices?state=Active").get("total").asInt())
                    .isEqualTo(1);
        });
    }

    private static byte[] seen(Instant at) {
        return """
                {"events": [{"manufacturer": "Contoso", "model": "ContosoBook 13", "serialNumber": "CB13-000003",
                    "user": "ada@contoso.example", "seenAt": "%s"}]}
                """.formatted(at).getBytes(StandardCharsets.UTF_8);
    }

    private static void isGoneOnceReleased(Call contoso) {
        var device =
                contoso.get("/v1/devices?state=Active").at("/items/0/deviceId").asString();
        contoso.delete("/v1/devices/" + device);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(contoso.get("/v1/devices").get("total").asInt())
                                .isEqualTo(2));
    }

    private static void tellsVersionAndHealth(BenchServices services) {
        for (var management : services.managementAddresses().entrySet()) {
            var asked = new Call(management.getValue());
            assertThat(asked.get("/actuator/health/liveness").get("status").asString())
                    .as(management.getKey())
                    .isEqualTo("UP");
            assertThat(asked.get("/actuator/health/startup").get("status").asString())
                    .isEqualTo("UP");
            assertThat(asked.get("/actuator/info").at("/build/artifact").asString())
                    .startsWith(management.getKey());
        }
    }

    /// The call that posted the batch, what the worker made of it, and that it became visible.
    private static void hasOneTraceOfAll(List<Span> spans) {
        var names = spans.stream()
                .collect(
                        Collectors.groupingBy(Span::getTraceId, Collectors.mapping(Span::getName, Collectors.toSet())));
        assertThat(names.values())
                .anySatisfy(trace ->
                        assertThat(trace).contains("http post /v1/batches", "registration", "projection of outcomes"));
    }

    private static Set<String> tracesOfCalls(List<Span> spans) {
        return spans.stream()
                .filter(span -> span.getName().equals("http post /v1/batches"))
                .map(span -> HexFormat.of().formatHex(span.getTraceId().toByteArray()))
                .collect(Collectors.toSet());
    }

    /// A latency that a dashboard shows leads to the trace of a row that took as long.
    private static void linksALatencyToATrace(BenchServices services, SpanCollector collector) {
        var status =
                new Call(Objects.requireNonNull(services.managementAddresses().get("status")));
        var exemplars = status.text("/actuator/prometheus", "application/openmetrics-text; version=1.0.0")
                .lines()
                .filter(line -> line.startsWith("rollcall_visibility_latency_seconds_bucket"))
                .map(EXEMPLAR::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
        assertThat(exemplars)
                .isNotEmpty()
                .allSatisfy(trace -> assertThat(collector.spans())
                        .anyMatch(span -> HexFormat.of()
                                .formatHex(span.getTraceId().toByteArray())
                                .equals(trace)));
    }

    private static Map<String, String> observed(SpanCollector collector) {
        return Map.of(
                "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                "ecs",
                "ROLLCALL_TRACING",
                "true",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.address().toString(),
                "MANAGEMENT_TRACING_SAMPLING_PROBABILITY",
                "1.0",
                "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULEDELAY",
                "200ms");
    }
}

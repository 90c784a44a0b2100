package dev.rollcall.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.server.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// No engine for containers is needed to see that `docker-compose.yml` tells each service what [ServicesIT] shows to be
/// enough, and that it is as closed as it says.
class ComposeFileTest {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final Map<String, Map<String, Object>> SERVICES = services();

    /// What a measurement needs beyond a deployment: its own addresses, Kafka's password, no limits.
    private static final String OF_A_MEASUREMENT =
            "SERVER_ADDRESS|MANAGEMENT_SERVER_ADDRESS|SPRING_KAFKA_PROPERTIES_.*|ROLLCALL_LIMITS_.*";

    @ParameterizedTest
    @CsvSource({
        "upload-service, ROLLCALL_UPLOAD_STATUSURL ROLLCALL_UPLOAD_SPOOLDIR ROLLCALL_AUDIENCE",
        "status-service, ROLLCALL_AUDIENCE"
    })
    void tellsWhatTheJarsAreShownToNeed(String service, String more) throws IOException {
        assertThat(environment(service)).containsAll(needed()).hasSize(needed().size() + more.split(" ").length);
        assertThat(environment(service)).contains(more.split(" "));
    }

    @Test
    void tellsTheWorkerNothingOfIssuersAndPorts() throws IOException {
        assertThat(environment("registration-service"))
                .containsExactlyInAnyOrderElementsOf(needed().stream()
                        .filter(variable -> !variable.matches("ROLLCALL_ISSUER.*|ROLLCALL_PORT"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload-service", "registration-service", "status-service"})
    void closesWhatAServiceDoesNotNeed(String service) {
        assertThat(SERVICES.get(service))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .doesNotContainKey("ports");
    }

    @Test
    void listensOnLoopbackAlone() {
        assertThat(SERVICES.values().stream()
                        .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream()))
                .isNotEmpty()
                .allMatch(port -> port.toString().startsWith("127.0.0.1:"));
    }

    @Test
    void holdsNoSecret() throws IOException {
        var example = Files.readString(HOME.resolve("deploy/env.example"));
        SERVICES.values().stream()
                .flatMap(service -> settings(service).entrySet().stream())
                .filter(setting -> setting.getKey().matches(".*(PASSWORD|SECRET)"))
                .forEach(setting -> {
                    assertThat(setting.getValue().toString()).matches("\\$\\{[A-Z_]+:\\?.*}");
                    assertThat(example)
                            .contains(setting.getValue().toString().replaceAll("\\$\\{([A-Z_]+).*", "$1=\n"));
                });
    }

    private static List<String> needed() throws IOException {
        var engines = new Engines(data(), "localhost:9092");
        try (var issuer = BenchIssuer.start()) {
            return new ServiceEnvironment(engines, issuer)
                    .of("upload", ServicePorts.two()).keySet().stream()
                            .filter(variable -> !variable.matches(OF_A_MEASUREMENT))
                            .toList();
        }
    }

    /// The files beside the data that addresses and passwords are read from.
    private static Path data() throws IOException {
        var data = Files.createTempDirectory(Path.of("target"), "engines");
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.createDirectories(data.resolve("kafka"));
        Files.writeString(data.resolve("postgres/cluster/postmaster.pid"), "1\n/data\n0\n5432\n");
        Files.writeString(data.resolve("postgres/password"), "secret");
        Files.writeString(data.resolve("kafka/password"), "secret");
        return data;
    }

    /// The variables of each service of ours.
    static Map<String, List<String>> environments() {
        return Stream.of("upload-service", "registration-service", "status-service")
                .collect(Collectors.toMap(service -> service, ComposeFileTest::environment));
    }

    private static List<String> environment(String service) {
        return List.copyOf(
                settings(Objects.requireNonNull(SERVICES.get(service))).keySet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> settings(Map<String, Object> service) {
        return (Map<String, Object>) service.getOrDefault("environment", Map.of());
    }

    private static Map<String, Map<String, Object>> services() {
        try (var file = Files.newBufferedReader(HOME.resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            return Objects.requireNonNull(compose.get("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

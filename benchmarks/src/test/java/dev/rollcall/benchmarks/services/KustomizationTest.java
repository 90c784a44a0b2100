package dev.rollcall.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `kubectl kustomize deploy/kubernetes` makes; no cluster is needed. Without `kubectl` there is nothing to look
/// at; `.ci/run` fetches it.
@EnabledIf(value = "isDue", disabledReason = "kubectl is not on the PATH: deploy/kubernetes is not looked at")
class KustomizationTest {
    private static final Path HOME = Path.of(System.getProperty("rollcall.home", ".."));
    private static final List<JsonNode> RESOURCES = new ArrayList<>();

    @BeforeAll
    static void theResourcesAreMade() throws IOException, InterruptedException {
        var made = Path.of("target/kubernetes.yaml");
        var kubectl = new ProcessBuilder("kubectl", "kustomize", "deploy/kubernetes")
                .directory(HOME.toFile())
                .redirectOutput(made.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(kubectl.waitFor()).isZero();
        try (var file = Files.newBufferedReader(made)) {
            for (var resource : new Yaml().loadAll(file)) {
                RESOURCES.add(JsonMapper.shared().valueToTree(resource));
            }
        }
    }

    @Test
    void hasNoFieldThatItsKindDoesNotKnow() {
        assertThat(RESOURCES).hasSizeGreaterThan(40);
        assertThat(RESOURCES.stream().map(ObjectFields::fault).flatMap(Optional::stream))
                .isEmpty();
    }

    @Test
    void hasTheTopicsThatTheServicesWouldMake() {
        var made = of("KafkaTopic")
                .collect(Collectors.toMap(
                        KustomizationTest::name,
                        topic -> topic.at("/spec/partitions").asInt() + " " + config(topic)));

        assertThat(made)
                .isEqualTo(new Topics("")
                        .all(12, 96).stream()
                                .collect(Collectors.toMap(
                                        topic -> topic.name(),
                                        topic -> topic.numPartitions() + " " + sorted(topic.configs()))));
    }

    @Test
    void choosesTheServicesOwnPodsAlone() {
        assertThat(of("Deployment", "PodDisruptionBudget", "NetworkPolicy", "Service"))
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource.toString())
                        .containsPattern("\"app.kubernetes.io/name\":\"(upload|registration|status)-service\""))
                .allSatisfy(resource -> assertThat(resource.at("/spec").toString())
                        .doesNotContain("elector\":{}")
                        .contains("app.kubernetes.io/name"));
    }

    @Test
    void runsNothingAsRootOrOnAWritableRoot() {
        assertThat(of("Deployment")).hasSize(3).allSatisfy(deployment -> {
            var pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
            var container = pod.at("/containers/0/securityContext");
            assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
        });
    }

    @Test
    void tellsEachServiceWhatTheComposeFileTellsIt() {
        var compose = ComposeFileTest.environments();
        of("Deployment")
                .forEach(deployment -> assertThat(environment(deployment))
                        .as(name(deployment))
                        .containsAll(compose.get(name(deployment))));
    }

    @Test
    void startsNoMoreWorkersThanPartitions() {
        var most = of("ScaledObject").findFirst().orElseThrow().at("/spec/maxReplicaCount");

        assertThat(most.asInt()).isEqualTo(12);
    }

    @Test
    void bringsTheRulesAndTheDashboards() throws IOException {
        assertThat(keys("rollcall-rules")).containsAll(files("deploy/prometheus/rules"));
        assertThat(keys("rollcall-dashboards")).containsAll(files("deploy/grafana/dashboards"));
    }

    @Test
    void letsEachServiceCallTheBrokersAndTheUploadAskTheStatusService() {
        assertThat(of("NetworkPolicy")
                        .flatMap(policy -> policy.at("/spec/egress")
                                .valueStream()
                                .filter(rule -> rule.has("to"))
                                .map(rule -> name(policy) + " " + rule.at("/ports/0/port") + " "
                                        + rule.at("/to/0/podSelector"))))
                .containsExactlyInAnyOrder(
                        "upload-service 9093 " + pods("strimzi.io/cluster", "kafka"),
                        "registration-service 9093 " + pods("strimzi.io/cluster", "kafka"),
                        "status-service 9093 " + pods("strimzi.io/cluster", "kafka"),
                        "upload-api 8082 " + pods("app.kubernetes.io/name", "status-service"));
    }

    private static JsonNode pods(String label, String value) {
        return JsonMapper.shared()
                .valueToTree(Map.of(
                        "matchExpressions",
                        List.of(new TreeMap<>(Map.of("key", label, "operator", "In", "values", List.of(value))))));
    }

    static boolean isDue() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static List<String> keys(String configMap) {
        return of("ConfigMap")
                .filter(map -> name(map).equals(configMap))
                .flatMap(map -> map.path("data").propertyNames().stream())
                .toList();
    }

    private static List<String> files(String directory) throws IOException {
        try (var files = Files.list(HOME.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> environment(JsonNode deployment) {
        var own = deployment
                .at("/spec/template/spec/containers/0/env")
                .valueStream()
                .map(variable -> variable.path("name").asString());
        return Stream.concat(keys("rollcall").stream(), own).toList();
    }

    /// What is beyond a service's own settings is how many copies a record has.
    private static Map<String, String> config(JsonNode topic) {
        var config = new HashMap<String, String>();
        topic.at("/spec/config")
                .properties()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asString()));
        assertThat(config.remove("min.insync.replicas")).isEqualTo("2");
        return sorted(config);
    }

    private static Map<String, String> sorted(Map<String, String> settings) {
        return new TreeMap<>(settings);
    }

    private static Stream<JsonNode> of(String... kinds) {
        return RESOURCES.stream()
                .filter(resource ->
                        List.of(kinds).contains(resource.path("kind").asString()));
    }

    private static String name(JsonNode resource) {
        return resource.at("/metadata/name").asString();
    }
}

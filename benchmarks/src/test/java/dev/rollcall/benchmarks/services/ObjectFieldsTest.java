package dev.rollcall.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// That a fault in deploy/kubernetes would be told, with the object and the place: one right object of each kind of
/// model, and what may go wrong in it.
class ObjectFieldsTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: upload-service, labels: {tier: edge}}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: service
                      ports: [{name: management, containerPort: 8081}]
                      resources: {limits: {memory: 768Mi}}
                      livenessProbe: {httpGet: {path: /health, port: management}}
            """;
    private static final String SETTINGS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: rollcall}
            data: {PORT: "8081"}
            """;
    private static final String TOPIC = """
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaTopic
            metadata: {name: batches}
            spec: {partitions: 12, replicas: 3, config: {retention.ms: -1}}
            """;
    private static final String USER = """
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaUser
            metadata: {name: upload-service}
            spec:
              authentication: {type: scram-sha-512}
              authorization:
                type: simple
                acls: [{resource: {type: topic, name: batches, patternType: literal}, operations: [Write]}]
            """;
    private static final String MONITOR = """
            apiVersion: monitoring.coreos.com/v1
            kind: PodMonitor
            metadata: {name: rollcall}
            spec: {podMetricsEndpoints: [{port: management, interval: 15s}]}
            """;
    private static final String SCALING = """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: registration-service}
            spec: {maxReplicaCount: 12, triggers: [{type: kafka, metadata: {lagThreshold: "20000"}}]}
            """;

    @Test
    void findsNothingInObjectsThatAreRight() {
        assertThat(fault(DEPLOYMENT)).isEmpty();
        assertThat(fault(SETTINGS)).isEmpty();
        assertThat(fault(TOPIC)).isEmpty();
        assertThat(fault(USER)).isEmpty();
        assertThat(fault(MONITOR)).isEmpty();
        assertThat(fault(SCALING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            livenessProbe        | livenesProbe         | Deployment upload-service: spec.template.spec.containers[0].livenesProbe: Unrecognized field
            labels               | lables               | Deployment upload-service: metadata.lables: Unrecognized field
            memory: 768Mi        | memory: [768Mi]      | Deployment upload-service: spec.template.spec.containers[0].resources.limits.memory: Invalid quantity
            replicas: 2          | replicas: two        | Deployment upload-service: spec.replicas: Cannot coerce
            replicas: 2          | replicas: '2'        | Deployment upload-service: spec.replicas: Cannot coerce
            edge                 | true                 | Deployment upload-service: metadata.labels.tier: Cannot coerce
            '"8081"'             | 8081                 | ConfigMap rollcall: data.PORT: Cannot coerce
            partitions: 12       | partition: 12        | KafkaTopic batches: spec.partition: Unrecognized field
            scram-sha-512        | scram-sha-1          | KafkaUser upload-service: spec.authentication: Could not resolve type id
            Write                | Wriet                | KafkaUser upload-service: spec.authorization.acls[0].operations[0]: No such value
            podMetricsEndpoints  | podMetricEndpoints   | PodMonitor rollcall: spec.podMetricEndpoints: Unrecognized field
            interval: 15s        | interval: 15         | PodMonitor rollcall: spec.podMetricsEndpoints[0].interval: Cannot coerce
            lagThreshold         | lagTreshold          | ScaledObject registration-service: spec.triggers[0].metadata.lagTreshold: Unrecognized field
            type: kafka          | type: kafak          | ScaledObject registration-service: spec.triggers[0].type: Cannot deserialize
            maxReplicaCount: 12  | maxReplicaCount: '12'| ScaledObject registration-service: spec.maxReplicaCount: Cannot coerce
            """)
    void tellsTheObjectAndThePathOfAFieldThatIsMisspelledOrOfAnotherType(String right, String wrong, String told) {
        var object = of(right).replace(right, wrong);

        assertThat(fault(object)).hasValueSatisfying(fault -> assertThat(fault).startsWith(told));
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1,                  apps/v1beta9",
        "kafka.strimzi.io/v1,      kafka.strimzi.io/v1beta2",
        "monitoring.coreos.com/v1, monitoring.coreos.com/v9",
        "keda.sh/v1alpha1,         keda.sh/v1",
    })
    void tellsAVersionThatDoesNotHaveTheKind(String right, String wrong) {
        var object = of(right).replace(right, wrong);

        assertThat(fault(object))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith(": apiVersion " + wrong + " has no such kind"));
    }

    private static String of(String part) {
        return Stream.of(DEPLOYMENT, SETTINGS, TOPIC, USER, MONITOR, SCALING)
                .filter(object -> object.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> fault(String yaml) {
        return ObjectFields.fault(JsonMapper.shared().valueToTree(new Yaml().<Object>load(yaml)));
    }
}

package dev.rollcall.benchmarks.services;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/// As much of KEDA's kind, and of its Kafka trigger's settings, as deploy/kubernetes uses. A field that is new there is
/// looked up in KEDA's documentation and added here.
record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(
            Named scaleTargetRef,
            int minReplicaCount,
            int maxReplicaCount,
            int cooldownPeriod,
            List<Trigger> triggers) {}

    record Trigger(Type type, Lag metadata, Named authenticationRef) {}

    enum Type {
        kafka
    }

    record Lag(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String lagThreshold,
            String allowIdleConsumers,
            String excludePersistentLag,
            String limitToPartitionsWithLag) {}

    record Named(String name) {}
}

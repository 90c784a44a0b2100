package dev.rollcall.benchmarks.floor;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// The two topics of one run. Their names begin with `floor-`.
record FloorTopics(String requests, String outcomes) {
    private static final int PARTITIONS = 12;

    static FloorTopics create(Engines engines) {
        var run = UUID.randomUUID();
        var topics = new FloorTopics("floor-requests-" + run, "floor-outcomes-" + run);
        try (var admin = Admin.create(engines.kafka())) {
            var wanted = topics.names().stream()
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                    .toList();
            done(admin.createTopics(wanted).all());
            done(admin.listOffsets(topics.ends()).all());
        }
        return topics;
    }

    void delete(Engines engines) {
        try (var admin = Admin.create(engines.kafka())) {
            done(admin.deleteTopics(names()).all());
        }
    }

    /// What one of several readers of a topic reads.
    static List<TopicPartition> share(String topic, int reader, int readers) {
        return IntStream.range(0, PARTITIONS)
                .filter(partition -> partition % readers == reader)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /// Asked for, it shows that every partition is led: of the first batches to one that is not, an idempotent producer
    /// may get a later one accepted, and the first never again.
    private Map<TopicPartition, OffsetSpec> ends() {
        return names().stream()
                .flatMap(topic -> share(topic, 0, 1).stream())
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    }

    private List<String> names() {
        return List.of(requests, outcomes);
    }

    private static void done(KafkaFuture<?> result) {
        try {
            result.get();
        } catch (ExecutionException e) {
            throw new BenchFailure("the floor's topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

package dev.rollcall.benchmarks.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.Shares;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// Asks Kafka who has which partitions, and the workers themselves what they have decided. The consumers of a worker
/// have client ids that begin with its name.
public record SharesReading(Engines engines, Map<String, Integer> managementPortsByWorker) {
    private static final List<String> GROUPS = List.of("registration", "registration-bulk");
    private static final String DECIDED = "rollcall_registrations_total{";

    public Shares read() {
        try (var admin = Admin.create(engines.kafka())) {
            var members = members(admin);
            var partitions = partitions(admin);
            return new Shares(
                    managementPortsByWorker.entrySet().stream()
                            .map(worker -> worker(worker.getKey(), worker.getValue(), members))
                            .toList(),
                    admin.describeCluster().nodes().get().stream()
                            .map(Node::id)
                            .sorted()
                            .map(id -> broker(id, partitions))
                            .toList());
        } catch (ExecutionException e) {
            throw new BenchFailure("Kafka does not tell who has what: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private static List<MemberDescription> members(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(GROUPS).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .toList();
    }

    private static List<TopicPartitionInfo> partitions(Admin admin) throws ExecutionException, InterruptedException {
        var topics = admin.listTopics().names().get();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .toList();
    }

    private Shares.Worker worker(String name, int managementPort, List<MemberDescription> members) {
        var partitions = members.stream()
                .filter(member -> member.clientId().startsWith(name))
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.groupingBy(TopicPartition::topic, TreeMap::new, Collectors.summingInt(_ -> 1)));
        return new Shares.Worker(name, partitions, decided(managementPort));
    }

    private static Shares.Broker broker(int id, List<TopicPartitionInfo> partitions) {
        return new Shares.Broker(
                "broker-" + id,
                (int) partitions.stream()
                        .filter(partition ->
                                partition.leader() != null && partition.leader().id() == id)
                        .count(),
                count(id, partitions.stream().map(TopicPartitionInfo::replicas)),
                count(id, partitions.stream().map(TopicPartitionInfo::isr)));
    }

    private static int count(int id, Stream<List<Node>> copies) {
        return (int) copies.filter(nodes -> nodes.stream().anyMatch(node -> node.id() == id))
                .count();
    }

    private static long decided(int managementPort) {
        var metrics = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
            return answer.body()
                    .lines()
                    .filter(line -> line.startsWith(DECIDED))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new BenchFailure("a worker does not tell its metrics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}

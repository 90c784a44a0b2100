package dev.rollcall.upload.publishing;

import dev.rollcall.events.Topics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Lets the start end once every partition is led. Of a producer's first messages to a partition that is not, the
/// second can be taken and the first be refused as out of order, for as long as it is tried.
@Component
final class PartitionLeaders implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionLeaders.class);
    private static final long PATIENCE_SECONDS = 30;

    private final KafkaAdmin kafka;
    private final Topics topics;
    private final int partitions;
    private final int bulkPartitions;

    PartitionLeaders(
            KafkaAdmin kafka,
            @Qualifier("uploadTopics") Topics topics,
            @Value("${rollcall.topic-partitions:12}") int partitions,
            @Value("${rollcall.bulk-partitions:96}") int bulkPartitions) {
        this.kafka = kafka;
        this.topics = topics;
        this.partitions = partitions;
        this.bulkPartitions = bulkPartitions;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var ends = topics.all(partitions, bulkPartitions).stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.listOffsets(ends).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().setCause(e).log("not every partition is led yet");
        }
    }
}

package dev.rollcall.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// The catalogue of topics: names, and how each is kept. `prefix` stands before every name, empty for none.
public record Topics(String prefix) {
    private static final String SEVEN_DAYS = Long.toString(7L * 24 * 60 * 60 * 1000);
    private static final String FOR_GOOD = "-1";

    /// The lane of small batches and of releases.
    public String registrationRequests() {
        return prefix + "registration-requests";
    }

    /// The lane of big batches.
    public String registrationRequestsBulk() {
        return prefix + "registration-requests-bulk";
    }

    /// What became of the requests of the small lane.
    public String registrationOutcomes() {
        return prefix + "registration-outcomes";
    }

    /// What became of the bulk lane's requests, partition by partition.
    public String registrationOutcomesBulk() {
        return prefix + "registration-outcomes-bulk";
    }

    /// The requests that failed, hash and all, so that their rows can be mended and posted again for a week.
    public String rejectedRequests() {
        return prefix + "rejected-requests";
    }

    public String batches() {
        return prefix + "batches";
    }

    public String deviceCatalog() {
        return prefix + "device-catalog";
    }

    public String catalogOutcomes() {
        return prefix + "catalog-outcomes";
    }

    public String partnerRelationships() {
        return prefix + "partner-relationships";
    }

    public String deviceActivity() {
        return prefix + "device-activity";
    }

    /// What was confirmed of devices on their way to their users.
    public String deliverySteps() {
        return prefix + "delivery-steps";
    }

    /// Where records go that a reader of `topic` can't read.
    public static String deadLetters(String topic) {
        return topic + ".dlt";
    }

    /// Every topic, as it is to be created: idempotent, so each service may ask for all of them at its start.
    /// `bulkPartitions` is that of the two bulk lanes, which tenants share by taking a few partitions each.
    public List<NewTopic> all(int partitions, int bulkPartitions) {
        var topics = List.of(
                kept(registrationRequests(), partitions, SEVEN_DAYS),
                kept(registrationRequestsBulk(), bulkPartitions, SEVEN_DAYS),
                kept(rejectedRequests(), partitions, SEVEN_DAYS),
                kept(registrationOutcomes(), partitions, FOR_GOOD),
                kept(registrationOutcomesBulk(), bulkPartitions, FOR_GOOD),
                kept(batches(), partitions, FOR_GOOD),
                kept(deviceCatalog(), partitions, FOR_GOOD),
                kept(catalogOutcomes(), partitions, FOR_GOOD),
                compacted(partnerRelationships(), partitions),
                compacted(deviceActivity(), partitions),
                kept(deliverySteps(), partitions, FOR_GOOD));
        return topics.stream()
                .flatMap(topic -> Stream.of(topic, kept(deadLetters(topic.name()), 1, FOR_GOOD)))
                .toList();
    }

    /// The retention comes first: settings are changed one by one, and a topic that was compacted must at no moment
    /// be one that forgets after the broker's own default.
    private static NewTopic kept(String name, int partitions, String retentionMillis) {
        var settings = new LinkedHashMap<String, String>();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, retentionMillis);
        settings.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_GOOD);
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        return topic(name, partitions).configs(settings);
    }

    private static NewTopic compacted(String name, int partitions) {
        return topic(name, partitions)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /// With the replication factor that the cluster has as its default.
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }
}

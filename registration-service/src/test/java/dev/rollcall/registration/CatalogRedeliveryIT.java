package dev.rollcall.registration;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogConflict;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.fixtures.TestKafka;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.registration.kafka.ConsumerGroups;
import dev.rollcall.registration.policy.CatalogVerdict;
import dev.rollcall.registration.policy.Listing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The suppliers' words when they come more than once: after PostgreSQL's commit without Kafka's,
/// and from the beginning.
class CatalogRedeliveryIT {
    private static final String LISTENER = "registration-catalog";
    private static final int WORDS = 600;

    private final String database = TestPostgres.newDatabase();
    private final String prefix = database.replaceAll(".*/(\\w+).*", "$1-");
    private final TestTopics topics = new TestTopics(prefix);
    private final List<SupplierBatch> batches =
            Stream.of("oem", "other", "third").map(SupplierBatch::new).toList();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void comesToTheSameWhenAPollIsRolledBackAndComesAgain() {
        var failure = new CommitFailure();
        try (var worker = RunningWorker.start(prefix, database)) {
            failure.installIn(worker);
            worker.stopListener(LISTENER);
            var words = words(batches);
            topics.send(topics.names().deviceCatalog(), words);

            failure.failNext(3);
            worker.startListener(LISTENER);
            awaitAllDecided();

            assertThat(failure.remaining()).isZero();
            assertThat(tallies(topics.catalogOutcomes())).isEqualTo(expected(words));
        }
    }

    @Test
    void givesTheSameOwnersWhenTheCatalogIsRebuiltFromItsTopic() {
        try (var worker = RunningWorker.start(prefix, database)) {
            topics.send(topics.names().deviceCatalog(), words(batches));
            awaitAllDecided();
            var owners = owners(worker);

            worker.stopListener(LISTENER);
            worker.bean(JdbcClient.class)
                    .sql("TRUNCATE registration.device_catalog")
                    .update();
            rewind();
            worker.startListener(LISTENER);

            await().untilAsserted(() -> assertThat(owners(worker)).isEqualTo(owners));
            assertThat(owners).containsValue("oem").containsValue("other").containsValue("third");
        }
    }

    /// What a batch's rows came to; of the refused ones, which they were.
    private record Tally(long listed, long delisted, long unchanged, SortedSet<Long> refused) {
        static Tally of(List<CatalogRowsDecided> slices) {
            return new Tally(
                    slices.stream().mapToLong(CatalogRowsDecided::listed).sum(),
                    slices.stream().mapToLong(CatalogRowsDecided::delisted).sum(),
                    slices.stream().mapToLong(CatalogRowsDecided::unchanged).sum(),
                    slices.stream()
                            .flatMap(slice -> slice.conflicts().stream())
                            .map(conflict -> conflict.position().row())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static List<CatalogChange> words(List<SupplierBatch> batches) {
        var random = new Random(42);
        var devices = Stream.generate(Scenario::newDevice).limit(30).toList();
        return Stream.<CatalogChange>generate(() -> {
                    var batch = batches.get(random.nextInt(batches.size()));
                    var device = devices.get(random.nextInt(devices.size()));
                    return random.nextInt(3) > 0 ? batch.listing(device) : batch.withdrawing(device);
                })
                .limit(WORDS)
                .toList();
    }

    private static Map<CatalogBatchId, Tally> expected(List<CatalogChange> words) {
        var listings = new HashMap<DeviceId, Listing>();
        var slices = new ArrayList<CatalogRowsDecided>();
        for (var word : words) {
            var before = listings.getOrDefault(word.deviceId(), new Listing.Unknown());
            slices.add(slice(word, before.on(word)));
            listings.put(word.deviceId(), before.after(word));
        }
        return tallies(slices);
    }

    private static CatalogRowsDecided slice(CatalogChange word, CatalogVerdict verdict) {
        var row = Objects.requireNonNull(word.row());
        return new CatalogRowsDecided(
                row.batchId(),
                word.supplierId(),
                "one row",
                verdict == CatalogVerdict.LISTED ? 1 : 0,
                verdict == CatalogVerdict.DELISTED ? 1 : 0,
                verdict == CatalogVerdict.UNCHANGED ? 1 : 0,
                verdict == CatalogVerdict.CONFLICTING
                        ? List.of(new CatalogConflict(row.position(), word.device(), ""))
                        : List.of(),
                word.occurredAt());
    }

    private static Map<CatalogBatchId, Tally> tallies(List<CatalogRowsDecided> slices) {
        return slices.stream().collect(groupingBy(CatalogRowsDecided::batchId, collectingAndThen(toList(), Tally::of)));
    }

    private void awaitAllDecided() {
        await().untilAsserted(() -> assertThat(topics.catalogOutcomes().stream()
                        .mapToLong(CatalogRedeliveryIT::rows)
                        .sum())
                .isEqualTo(WORDS));
    }

    private static long rows(CatalogRowsDecided slice) {
        return slice.listed()
                + slice.delisted()
                + slice.unchanged()
                + slice.conflicts().size();
    }

    private static Map<UUID, String> owners(RunningWorker worker) {
        return worker
                .bean(JdbcClient.class)
                .sql("SELECT device_id, supplier || CASE WHEN listed THEN '' ELSE ' (withdrawn)' END AS owner"
                        + " FROM registration.device_catalog")
                .query((row, _) -> Map.entry(row.getObject("device_id", UUID.class), row.getString("owner")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// As an operator does it, once no worker reads the topic any more.
    private void rewind() {
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            var group = new ConsumerGroups(prefix).catalog();
            await().untilAsserted(() -> {
                var offsets = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                offsets.replaceAll((_, _) -> new OffsetAndMetadata(0));
                assertThat(admin.alterConsumerGroupOffsets(group, offsets).all())
                        .succeedsWithin(Duration.ofSeconds(5));
            });
        }
    }
}

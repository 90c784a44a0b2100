package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.columns;
import static dev.rollcall.registration.Scenario.partnersRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// Ten tenants with big batches share the bulk lane. Rows here are a tenth as long as rows with a
/// hash, and so are the fetches: as many rows take turns.
class SkewedBacklogIT {
    private static final String PREFIX = "skewed-";
    private static final String LANE = "registration-bulk";
    private static final int PARTITIONS = 96;
    private static final int PARTITIONS_OF_A_TENANT = 4;
    private static final TenantId FIRST = new TenantId("first");
    private static final int ROWS_OF_THE_FIRST = 40_000;
    private static final int ROWS_OF_THE_OTHERS = 2_000;
    private static final List<TenantId> OTHERS = IntStream.rangeClosed(1, 9)
            .mapToObj(number -> new TenantId("other-" + number))
            .toList();

    @Test
    void tenantsBehindABigBatchOnOtherPartitionsAreDoneLongBeforeIt() {
        try (var worker = RunningWorker.start(
                        PREFIX,
                        TestPostgres.newDatabase(),
                        "rollcall.bulk-partitions=" + PARTITIONS,
                        "rollcall.registration.partition-fetch-max=400KB",
                        "rollcall.registration.fetch-max=1600KB",
                        "rollcall.registration.bulk-fetch-min=200KB");
                var topics = new TestTopics(PREFIX)) {
            worker.awaitPartitions(LANE, PARTITIONS);
            worker.pauseListener(LANE);
            post(topics, FIRST, ROWS_OF_THE_FIRST, firstPartitions());
            var random = new Random(1);
            OTHERS.forEach(tenant -> post(topics, tenant, ROWS_OF_THE_OTHERS, otherPartitions(random)));

            worker.resumeListener(LANE);
            var outcomes = awaitAll(topics);

            var doneAt = doneAt(outcomes);
            var lastOfTheOthers =
                    Collections.max(OTHERS.stream().map(doneAt::get).toList());
            var ofTheFirstByThen = outcomes.stream()
                    .filter(outcome -> tenant(outcome).equals(FIRST) && outcome.timestamp() <= lastOfTheOthers)
                    .count();
            assertThat(ofTheFirstByThen)
                    .as("rows of the first when the last of the others is done, of %s: %s", ROWS_OF_THE_FIRST, doneAt)
                    .isLessThan(ROWS_OF_THE_FIRST / 2);
        }
    }

    private static void post(TestTopics topics, TenantId tenant, int rows, List<Integer> partitions) {
        for (var sent = 0; sent < rows; sent += 2_000) {
            var devices = Stream.generate(Scenario::newDevice).limit(2_000).toList();
            topics.send(
                    topics.names().deviceCatalog(),
                    devices.stream().map(Scenario::listed).toList());
            var requests = devices.stream()
                    .map(device -> partnersRow(tenant, columns(device)))
                    .toList();
            topics.send(topics.names().registrationRequestsBulk(), requests, request -> placed(request, partitions));
        }
    }

    private static int placed(RegistrationRequested request, List<Integer> partitions) {
        return partitions.get(Math.floorMod(request.deviceId().hashCode(), partitions.size()));
    }

    private static List<Integer> firstPartitions() {
        return IntStream.range(0, PARTITIONS_OF_A_TENANT).boxed().toList();
    }

    private static List<Integer> otherPartitions(Random random) {
        var partitions = new ArrayList<>(
                IntStream.range(PARTITIONS_OF_A_TENANT, PARTITIONS).boxed().toList());
        Collections.shuffle(partitions, random);
        return partitions.subList(0, PARTITIONS_OF_A_TENANT);
    }

    private static List<ConsumerRecord<String, byte[]>> awaitAll(TestTopics topics) {
        var all = ROWS_OF_THE_FIRST + OTHERS.size() * ROWS_OF_THE_OTHERS;
        return await().pollInterval(Duration.ofSeconds(1))
                .until(() -> topics.messages(topics.names().registrationOutcomesBulk()), found -> found.size() >= all);
    }

    /// When the worker wrote each tenant's last outcome, in milliseconds.
    private static Map<TenantId, Long> doneAt(List<ConsumerRecord<String, byte[]>> outcomes) {
        var doneAt = new HashMap<TenantId, Long>();
        outcomes.forEach(outcome -> doneAt.merge(tenant(outcome), outcome.timestamp(), Math::max));
        return doneAt;
    }

    private static TenantId tenant(ConsumerRecord<String, byte[]> outcome) {
        return switch (EventReader.read(outcome)) {
            case EventReading.Known(DeviceRegistered registered) ->
                registered.submission().tenantId();
            case EventReading other -> throw new AssertionError("not registered: " + other);
        };
    }
}

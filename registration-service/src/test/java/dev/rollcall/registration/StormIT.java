package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.columns;
import static dev.rollcall.registration.Scenario.partnersRow;
import static dev.rollcall.registration.Scenario.release;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tenants that take devices from one another as fast as they can, by both lanes and over two
/// workers.
class StormIT {
    private static final String PREFIX = "storm-";
    private static final int DEVICES = 100;
    private static final int PAIRS = 1_000;
    private static final int SENDERS = 4;
    private static final List<TenantId> TENANTS =
            Stream.of("contoso", "fabrikam", "tailspin").map(TenantId::new).toList();

    private final Queue<RequestId> asked = new ConcurrentLinkedQueue<>();
    private final List<DeviceTuple> devices =
            Stream.generate(Scenario::newDevice).limit(DEVICES).toList();

    @Test
    void neverGivesADeviceTwoOwnersAndLeavesNoRequestWithoutItsOutcome() {
        var database = TestPostgres.newDatabase();
        try (var _ = RunningWorker.start(PREFIX, database);
                var _ = RunningWorker.start(PREFIX, database);
                var topics = new TestTopics(PREFIX)) {
            topics.send(
                    topics.names().deviceCatalog(),
                    devices.stream().map(Scenario::listed).toList());

            CompletableFuture.allOf(IntStream.range(0, SENDERS)
                            .mapToObj(sender -> CompletableFuture.runAsync(() -> storm(topics, new Random(sender))))
                            .toArray(CompletableFuture[]::new))
                    .join();

            var outcomes = await().pollInterval(Duration.ofMillis(500))
                    .until(topics::outcomes, found -> found.size() >= asked.size());
            assertThat(outcomes).extracting(RegistrationOutcome::requestId).containsExactlyInAnyOrderElementsOf(asked);
            assertThat(outcomes.stream().collect(groupingBy(RegistrationOutcome::deviceId)))
                    .allSatisfy((_, ofDevice) -> assertOneOwnerAtATime(ofDevice));
            assertThat(outcomes).filteredOn(DeviceReleased.class::isInstance).hasSizeGreaterThan(DEVICES);
        }
    }

    private void storm(TestTopics topics, Random random) {
        for (var pair = 0; pair < PAIRS / SENDERS; pair++) {
            var device = devices.get(random.nextInt(DEVICES));
            send(topics, topics.names().registrationRequests(), release(anyone(random), device));
            var lane = random.nextBoolean()
                    ? topics.names().registrationRequests()
                    : topics.names().registrationRequestsBulk();
            send(topics, lane, partnersRow(anyone(random), columns(device)));
        }
    }

    private void send(TestTopics topics, String lane, DeviceRequest request) {
        asked.add(request.requestId());
        topics.send(lane, request);
    }

    private static TenantId anyone(Random random) {
        return TENANTS.get(random.nextInt(TENANTS.size()));
    }

    /// Generation by generation: registered, released by the same tenant, registered by the next.
    private static void assertOneOwnerAtATime(List<RegistrationOutcome> outcomes) {
        var registered = outcomes.stream()
                .filter(DeviceRegistered.class::isInstance)
                .map(DeviceRegistered.class::cast)
                .sorted(Comparator.comparingLong(DeviceRegistered::generation))
                .toList();
        var released = outcomes.stream()
                .filter(DeviceReleased.class::isInstance)
                .map(DeviceReleased.class::cast)
                .sorted(Comparator.comparingLong(DeviceReleased::generation))
                .toList();

        assertThat(registered)
                .extracting(DeviceRegistered::generation)
                .containsExactlyElementsOf(generations(registered.size()));
        assertThat(released)
                .extracting(DeviceReleased::generation)
                .containsExactlyElementsOf(generations(released.size()));
        assertThat(registered.size() - released.size()).isBetween(0, 1);
        IntStream.range(0, released.size()).forEach(place -> {
            assertThat(released.get(place).tenantId())
                    .isEqualTo(registered.get(place).submission().tenantId());
            assertThat(registered.stream().skip(place + 1L).limit(1))
                    .allSatisfy(next -> assertThat(next.submission().acceptedAt())
                            .isAfterOrEqualTo(released.get(place).requestedAt()));
        });
    }

    private static List<Long> generations(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList();
    }
}

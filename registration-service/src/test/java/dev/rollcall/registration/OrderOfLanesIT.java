package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.FABRIKAM;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.registration;
import static dev.rollcall.registration.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A release travels on the lane of small batches; who registers the device next may come by the
/// other one and be there first.
class OrderOfLanesIT {
    private static final String PREFIX = "order-";
    private static final Duration LONGER_THAN_ONE_ATTEMPT = Duration.ofSeconds(4);

    private static RunningWorker worker;
    private static TestTopics topics;

    @BeforeAll
    static void start() {
        worker = RunningWorker.start(PREFIX, TestPostgres.newDatabase());
        topics = new TestTopics(PREFIX);
    }

    @AfterAll
    static void stop() {
        topics.close();
        worker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fabrikam", "contoso"})
    void aBigBatchWaitsForTheReleaseThatWasAcceptedBeforeItAndThenHasTheDevice(String next) {
        var device = heldByContoso();
        var release = release(CONTOSO, device);
        var registration = registration(new TenantId(next), device);

        worker.stopListener("registration");
        topics.request(release);
        topics.requestInBulk(registration);
        await().during(LONGER_THAN_ONE_ATTEMPT).until(() -> outcomesSoFar(registration) == 0);
        worker.startListener("registration");

        assertThat(topics.outcomesOf(release, registration))
                .extracting(Summary::of)
                .containsExactly("released 1", "registered 2");
    }

    @Test
    void aBigBatchDoesNotWaitForWhatWasAcceptedAfterIt() {
        var device = heldByContoso();
        var registration = registration(FABRIKAM, device, Scenario.now().minusSeconds(60));

        worker.stopListener("registration");
        topics.request(release(CONTOSO, device));
        topics.requestInBulk(registration);

        assertThat(Summary.of(topics.outcomeOf(registration))).isEqualTo("rejected DeviceClaimedByAnotherOrganization");
        worker.startListener("registration");
    }

    @Test
    void theLaneOfSmallBatchesNeverWaitsForTheOther() {
        var device = heldByContoso();
        var late = registration(CONTOSO, device);

        worker.stopListener("registration-bulk");
        topics.requestInBulk(registration(FABRIKAM, newDevice()));
        topics.request(late);

        assertThat(Summary.of(topics.outcomeOf(late))).isEqualTo("rejected DeviceAlreadyRegistered");
        worker.startListener("registration-bulk");
    }

    private static DeviceTuple heldByContoso() {
        var device = newDevice();
        topics.tellCatalog(listed(device));
        var registration = registration(CONTOSO, device);
        topics.requestInBulk(registration);
        assertThat(Summary.of(topics.outcomeOf(registration))).isEqualTo("registered 1");
        return device;
    }

    private static long outcomesSoFar(DeviceRequest request) {
        return topics.outcomes().stream()
                .map(RegistrationOutcome::requestId)
                .filter(request.requestId()::equals)
                .count();
    }
}

package dev.rollcall.registration;

import static dev.rollcall.events.RegistrationError.DEVICE_ALREADY_REGISTERED;
import static dev.rollcall.events.RegistrationError.DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION;
import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.FABRIKAM;
import static dev.rollcall.registration.Scenario.columns;
import static dev.rollcall.registration.Scenario.delisted;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.partnersRow;
import static dev.rollcall.registration.Scenario.registration;
import static dev.rollcall.registration.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutcomesIT {
    private static final String PREFIX = "outcomes-";
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

    @Test
    void registersAListedDevice() {
        var device = listedDevice();
        var request = registration(CONTOSO, device);

        topics.request(request);

        assertThat(topics.outcomeOf(request)).isInstanceOfSatisfying(DeviceRegistered.class, registered -> {
            assertThat(registered.generation()).isEqualTo(1);
            assertThat(registered.device().serialNumber()).isEqualTo(device.serialNumber());
            assertThat(registered.device().groupTag()).isEqualTo("kiosks");
            assertThat(registered.submission()).isEqualTo(request.submission());
        });
    }

    @Test
    void registersAPartnersRowByItsTupleOnTheBulkLane() {
        var request = partnersRow(CONTOSO, columns(listedDevice()));

        topics.requestInBulk(request);

        assertThat(topics.outcomeOf(request)).isInstanceOf(DeviceRegistered.class);
    }

    @Test
    void putsTheBulkLanesOutcomesOnTheirOwnTopicInThePartitionOfTheirRequest() {
        var request = registration(CONTOSO, newDevice());
        var lane = topics.names().registrationRequestsBulk();
        var outcomes = topics.names().registrationOutcomesBulk();

        topics.requestInBulk(request, registration(CONTOSO, newDevice()), registration(CONTOSO, newDevice()));

        topics.outcomeOf(request);
        assertThat(topics.partitionOf(request.key(), outcomes)).isEqualTo(topics.partitionOf(request.key(), lane));
        assertThat(topics.messages(topics.names().registrationOutcomes()))
                .noneMatch(message -> request.key().equals(message.key()));
    }

    @Test
    void refusesADeviceThatNoSupplierLists() {
        var request = registration(CONTOSO, newDevice());

        topics.request(request);

        assertRejected(topics.outcomeOf(request), DEVICE_NOT_FOUND, "no supplier lists");
    }

    @Test
    void refusesADeviceThatItsSupplierHasWithdrawn() {
        var device = listedDevice();
        topics.tellCatalog(delisted(device));
        await().untilAsserted(() -> assertThat(isListed(device)).isFalse());
        var request = registration(CONTOSO, device);

        topics.request(request);

        assertRejected(topics.outcomeOf(request), DEVICE_NOT_FOUND, "withdrawn");
    }

    @Test
    void refusesAnAdminsRowWithoutHashAndKeepsTheRequestForMending() {
        var request = registration(CONTOSO, columns(newDevice()));

        topics.request(request);

        assertThat(topics.outcomeOf(request)).isInstanceOfSatisfying(RegistrationRejected.class, rejected -> {
            assertThat(rejected.error()).isEqualTo(HARDWARE_HASH_NOT_VALID);
            assertThat(rejected.identified()).isTrue();
        });
        assertThat(topics.messages(topics.names().rejectedRequests()))
                .filteredOn(message -> request.key().equals(message.key()))
                .hasSize(1);
    }

    @Test
    void registersADeviceOnceWhenItIsTwiceInOnePoll() {
        var device = listedDevice();
        var first = registration(CONTOSO, device);
        var second = registration(CONTOSO, device);

        worker.inOnePoll(() -> topics.request(first, second));

        assertThat(topics.outcomeOf(first)).isInstanceOf(DeviceRegistered.class);
        assertRejected(topics.outcomeOf(second), DEVICE_ALREADY_REGISTERED, "by request " + first.requestId());
    }

    @Test
    void refusesTheSameDeviceFromASecondOrganizationWithoutNamingTheFirst() {
        var device = listedDevice();
        var first = registration(CONTOSO, device);
        var second = registration(FABRIKAM, device);

        topics.request(first, second);

        assertThat(topics.outcomeOf(first)).isInstanceOf(DeviceRegistered.class);
        assertRejected(topics.outcomeOf(second), DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION, "another organization");
        assertThat(topics.outcomeOf(second).toString()).doesNotContain(CONTOSO.value());
    }

    @Test
    void givesAReleasedDeviceToTheNextWhoAsksInTheOrderOfOnePoll() {
        var device = listedDevice();
        var first = registration(CONTOSO, device);
        var release = release(CONTOSO, device);
        var second = registration(FABRIKAM, device);
        var late = registration(CONTOSO, device);

        worker.inOnePoll(() -> topics.request(first, release, second, late));

        assertThat(topics.outcomesOf(first, release, second, late))
                .extracting(Summary::of)
                .containsExactly(
                        "registered 1", "released 1", "registered 2", "rejected DeviceClaimedByAnotherOrganization");
    }

    @Test
    void dismissesTheFailureWhereTheTenantHoldsNoDevice() {
        var device = listedDevice();
        var registration = registration(CONTOSO, device);
        var release = release(FABRIKAM, device);

        topics.request(registration, release);

        assertThat(topics.outcomeOf(release)).isInstanceOf(FailureDismissed.class);
        assertThat(topics.outcomeOf(registration)).isInstanceOf(DeviceRegistered.class);
    }

    @Test
    void doesNotReleaseWhatWasRegisteredAfterTheReleaseWasAskedFor() {
        var device = listedDevice();
        var release = release(CONTOSO, device);
        var registration = registration(CONTOSO, device);

        topics.request(registration, release);

        assertThat(topics.outcomeOf(registration)).isInstanceOf(DeviceRegistered.class);
        assertThat(topics.outcomeOf(release)).isInstanceOf(FailureDismissed.class);
    }

    @Test
    void givesARequestThatComesTwiceTheSameOutcomeTwice() {
        var device = listedDevice();
        var request = registration(CONTOSO, device);
        var release = release(CONTOSO, device);
        var later = registration(FABRIKAM, device);

        topics.request(request, request, release, later, request, release);
        var last = registration(FABRIKAM, device);
        topics.request(last);
        topics.outcomeOf(last);

        assertThat(topics.outcomes())
                .filteredOn(outcome -> outcome.deviceId().equals(request.deviceId()))
                .extracting(Summary::of)
                .containsExactly(
                        "registered 1",
                        "registered 1",
                        "released 1",
                        "registered 2",
                        "registered 1",
                        "released 1",
                        "rejected DeviceAlreadyRegistered");
    }

    private static DeviceTuple listedDevice() {
        var device = newDevice();
        topics.tellCatalog(listed(device));
        return device;
    }

    private static boolean isListed(DeviceTuple device) {
        return worker.bean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM registration.device_catalog WHERE device_id = ? AND listed)")
                .param(DeviceId.of(device).value())
                .query(Boolean.class)
                .single();
    }

    private static void assertRejected(RegistrationOutcome outcome, RegistrationError error, String reason) {
        assertThat(outcome).isInstanceOfSatisfying(RegistrationRejected.class, rejected -> {
            assertThat(rejected.error()).isEqualTo(error);
            assertThat(rejected.reason()).contains(reason);
        });
    }
}

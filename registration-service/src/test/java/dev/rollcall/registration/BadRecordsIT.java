package dev.rollcall.registration;

import static dev.rollcall.events.RegistrationError.UNEXPECTED_ERROR;
import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.columns;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.partnersRow;
import static dev.rollcall.registration.Scenario.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.Topics;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;

class BadRecordsIT {
    private static final String PREFIX = "bad-records-";

    /// Beyond what PostgreSQL's calendar holds.
    static final Instant TOO_FAR = Instant.parse("+300000-01-01T00:00:00Z");

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
    void endsARowThatTheDatabaseRefusesAsUnexpectedErrorAndSettlesTheRowsAroundIt() {
        var devices = listedDevices(5);
        var good = devices.subList(0, 4).stream()
                .map(device -> registration(CONTOSO, device))
                .toList();
        var bad = registration(CONTOSO, devices.getLast(), TOO_FAR);

        worker.inOnePoll(() -> topics.request(good.get(0), good.get(1), bad, good.get(2), good.get(3)));

        assertThat(topics.outcomesOf(good.get(0), good.get(1), good.get(2), good.get(3)))
                .allMatch(DeviceRegistered.class::isInstance);
        assertUnexpected(topics.outcomeOf(bad));
    }

    @Test
    void endsARowWithNulCharactersAsUnexpectedErrorThatEveryDatabaseCanStore() {
        var good = registration(CONTOSO, listedDevices(1).getFirst());
        var bad = partnersRow(CONTOSO, columns(new DeviceTuple("Contoso", "Laptop\0 5", "SN\0")));

        worker.inOnePoll(() -> topics.request(bad, good));

        assertThat(topics.outcomeOf(good)).isInstanceOf(DeviceRegistered.class);
        assertUnexpected(topics.outcomeOf(bad));
        assertThat(topics.outcomeOf(bad).toString()).doesNotContain("\0").contains("SN\uFFFD");
    }

    /// What it says of the device is told once more, and quoted in the reason: Kafka has room for it only once.
    @Test
    void decidesARequestThatFillsNearlyAllThatKafkaTakes() {
        var noise = new byte[650_000];
        new Random(noise.length).nextBytes(noise);
        var serialNumber = "SN-" + Base64.getEncoder().encodeToString(noise);
        var large = partnersRow(CONTOSO, columns(new DeviceTuple("Contoso", "Laptop 5", serialNumber)));

        topics.request(large);

        assertThat(topics.outcomeOf(large))
                .isInstanceOfSatisfying(
                        RegistrationRejected.class,
                        rejected -> assertThat(rejected.reason())
                                .startsWith("no supplier lists manufacturer \"Contoso\", model \"Laptop 5\"")
                                .hasSizeLessThan(2_000));
    }

    @Test
    void putsUnreadableRecordsAsideWithWhereTheyCameFrom() {
        var lane = topics.names().registrationRequests();
        var good = registration(CONTOSO, listedDevices(1).getFirst());
        var seen = new DeviceSeen(good.deviceId(), CONTOSO, null, Scenario.now(), Scenario.now());

        topics.send(new ProducerRecord<>(lane, "garbage", "not json".getBytes(StandardCharsets.UTF_8)));
        topics.request(seen, good);

        assertThat(topics.outcomeOf(good)).isInstanceOf(DeviceRegistered.class);
        await().untilAsserted(() -> assertThat(topics.messages(Topics.deadLetters(lane)))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.headers()
                                .lastHeader(KafkaHeaders.DLT_ORIGINAL_TOPIC)
                                .value())
                        .asString()
                        .isEqualTo(lane))
                .allSatisfy(letter -> assertThat(Addressee.of(letter.headers())).isEqualTo("registration")));
    }

    @Test
    void settlesWhatIsPutBackForItAndPassesOverWhatIsForAnother() {
        var devices = listedDevices(2);
        var ofAnother = registration(CONTOSO, devices.getFirst());
        var unlisted = registration(CONTOSO, newDevice());
        var last = registration(CONTOSO, devices.getLast());

        topics.requestAgain(ofAnother, "status-requests");
        topics.requestAgain(unlisted, "registration");
        topics.requestAgain(last, "registration");

        assertThat(topics.outcomeOf(last)).isInstanceOf(DeviceRegistered.class);
        assertThat(topics.outcomeOf(unlisted)).isInstanceOf(RegistrationRejected.class);
        assertThat(topics.outcomes()).noneMatch(outcome -> outcome.requestId().equals(ofAnother.requestId()));
        // Its copy for the week is for everybody again.
        assertThat(topics.messages(topics.names().rejectedRequests()))
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(Addressee.of(copy.headers())).isNull());
    }

    @Test
    void putsCatalogRecordsAsideThatCannotBeReadOrStored() {
        var catalog = topics.names().deviceCatalog();
        var device = newDevice();
        var good = registration(CONTOSO, listedDevices(1).getFirst());

        topics.tellCatalog(good, new DeviceListed(DeviceId.of(device), Scenario.OEM, device, TOO_FAR, null));
        topics.request(good);

        assertThat(topics.outcomeOf(good)).isInstanceOf(DeviceRegistered.class);
        await().untilAsserted(() ->
                assertThat(topics.messages(Topics.deadLetters(catalog))).hasSize(2));
    }

    @Test
    void countsEveryRecordOnceAsReceivedAndOnceByItsOutcome() {
        var request = registration(CONTOSO, listedDevices(1).getFirst());

        topics.request(request);
        topics.outcomeOf(request);

        var meters = worker.bean(MeterRegistry.class);
        await().untilAsserted(() -> assertThat(meters.get("rollcall.registrations").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isPositive()
                .isEqualTo(
                        meters.get("rollcall.registration.received").counter().count()));
    }

    private static List<DeviceTuple> listedDevices(int count) {
        var devices = Stream.generate(Scenario::newDevice).limit(count).toList();
        topics.send(
                topics.names().deviceCatalog(),
                devices.stream().map(Scenario::listed).toList());
        return devices;
    }

    private static void assertUnexpected(RegistrationOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RegistrationRejected.class,
                        rejected -> assertThat(rejected.error()).isEqualTo(UNEXPECTED_ERROR));
    }
}

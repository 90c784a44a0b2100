package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.partnersRow;
import static dev.rollcall.registration.Scenario.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceTuple;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
        var device = newDevice();
        var request = registration(CONTOSO, device);

        topics.tellCatalog(listed(device));
        topics.request(request);

        assertThat(outcomeOf(request)).isInstanceOfSatisfying(DeviceRegistered.class, registered -> {
            assertThat(registered.generation()).isEqualTo(1);
            assertThat(registered.device().serialNumber()).isEqualTo(device.serialNumber());
            assertThat(registered.submission()).isEqualTo(request.submission());
        });
    }

    @Test
    void registersAPartnersRowByItsTuple() {
        var device = newDevice();
        var request = partnersRow(CONTOSO, columns(device));

        topics.tellCatalog(listed(device));
        topics.request(request);

        assertThat(outcomeOf(request)).isInstanceOf(DeviceRegistered.class);
    }

    private static DeviceColumns columns(DeviceTuple device) {
        return new DeviceColumns(device.serialNumber(), device.manufacturer(), device.model(), null, null, null, null);
    }

    private static RegistrationOutcome outcomeOf(DeviceRequest request) {
        return outcomesOf(request).getFirst();
    }

    private static List<RegistrationOutcome> outcomesOf(DeviceRequest... requests) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> List.of(requests).stream()
                                .flatMap(r -> topics.outcomes().stream()
                                        .filter(o -> o.requestId().equals(r.requestId())))
                                .toList(),
                        found -> found.size() == requests.length);
    }
}

package dev.rollcall.registration;

import static dev.rollcall.events.RegistrationError.DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION;
import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.FABRIKAM;
import static dev.rollcall.registration.Scenario.columns;
import static dev.rollcall.registration.Scenario.partnersRow;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tenants come by different lanes, so that two workers meet over every device.
class RacingTenantsIT {
    private static final String PREFIX = "race-";
    private static final int DEVICES = 10_000;

    @Test
    void givesEachOfTenThousandDevicesToExactlyOneOfTwoTenantsRacingOverTwoWorkers() {
        var database = TestPostgres.newDatabase();
        try (var one = RunningWorker.start(PREFIX, database);
                var other = RunningWorker.start(PREFIX, database);
                var topics = new TestTopics(PREFIX)) {
            one.stopListener("registration");
            other.stopListener("registration-bulk");
            var devices = Stream.generate(Scenario::newDevice).limit(DEVICES).toList();
            topics.send(
                    topics.names().deviceCatalog(),
                    devices.stream().map(Scenario::listed).toList());

            var small = rows(CONTOSO, devices);
            var bulk = rows(FABRIKAM, devices.reversed());
            topics.send(topics.names().registrationRequests(), small);
            topics.send(topics.names().registrationRequestsBulk(), bulk);

            var outcomes = await().pollInterval(Duration.ofMillis(500))
                    .until(topics::outcomes, found -> found.size() >= 2 * DEVICES);
            assertOneOutcomePerRequest(outcomes);
            assertOneOwnerPerDevice(outcomes, one.bean(JdbcClient.class));
            assertThat(lostRaces(one) + lostRaces(other)).isGreaterThanOrEqualTo(DEVICES);
        }
    }

    private static double lostRaces(RunningWorker worker) {
        return worker.bean(MeterRegistry.class)
                .get("rollcall.claims.lost")
                .counter()
                .count();
    }

    private static void assertOneOutcomePerRequest(List<RegistrationOutcome> outcomes) {
        assertThat(outcomes.stream().map(RegistrationOutcome::requestId))
                .hasSize(2 * DEVICES)
                .doesNotHaveDuplicates();
    }

    private static void assertOneOwnerPerDevice(List<RegistrationOutcome> outcomes, JdbcClient jdbc) {
        var owners = jdbc.sql(
                        "SELECT count(*) FROM registration.ownership WHERE generation = 1 AND released_at IS NULL")
                .query(Long.class)
                .single();

        assertThat(owners).isEqualTo(DEVICES);
        assertThat(byDevice(outcomes)).hasSize(DEVICES).allSatisfy((_, two) -> {
            assertThat(two).hasSize(2);
            assertThat(two).filteredOn(DeviceRegistered.class::isInstance).hasSize(1);
            assertThat(two).filteredOn(RacingTenantsIT::isClaimedByAnother).hasSize(1);
        });
    }

    private static Map<?, List<RegistrationOutcome>> byDevice(List<RegistrationOutcome> outcomes) {
        return outcomes.stream().collect(groupingBy(RegistrationOutcome::deviceId));
    }

    private static boolean isClaimedByAnother(RegistrationOutcome outcome) {
        return outcome instanceof RegistrationRejected rejected
                && rejected.error() == DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION;
    }

    private static List<RegistrationRequested> rows(TenantId tenant, List<DeviceTuple> devices) {
        return devices.stream()
                .map(device -> partnersRow(tenant, columns(device)))
                .toList();
    }
}

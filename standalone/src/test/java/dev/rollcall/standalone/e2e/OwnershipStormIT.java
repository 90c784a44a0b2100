package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two organisations fight for a hundred devices: each registers what it can get, gives it up and tries again. What
/// came of it is read from the outcomes themselves.
class OwnershipStormIT {
    private static final int DEVICES = 100;
    private static final int SLICE = 10;
    private static final int PAIRS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void noDeviceEverHasTwoOwnersAndNoRequestLacksAnOutcome() throws Exception {
        var devices = TestDevice.listed(DEVICES);
        var pairs = new AtomicInteger();

        var asked = fight(devices, pairs);

        var outcomes = OutcomeLog.of(Rollcall.SERVER, devices);
        assertThat(pairs.get()).isGreaterThanOrEqualTo(PAIRS);
        assertThat(outcomes.devicesWithTwoOwners()).isEmpty();
        assertThat(outcomes.requests()).containsAll(asked);
        assertThat(outcomes.repeatedRequests()).isEmpty();
    }

    @Test
    void aReleasedDeviceIsClaimedByAnotherOrganizationRightAfter() {
        var device = TestDevice.listed();
        CONTOSO.register(TestDevice.script(device));
        assertThat(FABRIKAM.outcomes(FABRIKAM.register(TestDevice.script(device))))
                .containsExactly("DeviceClaimedByAnotherOrganization");

        var released = CONTOSO.http().delete("/v1/devices/" + CONTOSO.deviceId(device.serialNumber()));
        var batch = FABRIKAM.register(TestDevice.script(device));

        assertThat(released.status()).isEqualTo(202);
        assertThat(FABRIKAM.outcomes(batch)).containsExactly("Registered");
    }

    private static Set<String> fight(List<TestDevice> devices, AtomicInteger pairs) throws Exception {
        var contenders = new ArrayList<Callable<Set<String>>>();
        for (var from = 0; from < DEVICES; from += SLICE) {
            var slice = devices.subList(from, from + SLICE);
            contenders.add(() -> registerAndRelease(CONTOSO, slice, pairs));
            contenders.add(() -> registerAndRelease(FABRIKAM, slice, pairs));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new HashSet<String>();
            for (var contender : threads.invokeAll(contenders)) {
                asked.addAll(contender.get());
            }
            return asked;
        }
    }

    /// Goes on until all contenders together have enough pairs.
    private static Set<String> registerAndRelease(Party party, List<TestDevice> slice, AtomicInteger pairs) {
        var asked = new HashSet<String>();
        while (pairs.get() < PAIRS) {
            var results = results(party, slice);
            results.forEach(result -> asked.add(result.path("requestId").stringValue()));
            var won = results.stream()
                    .filter(result -> "Registered".equals(result.path("outcome").asString()))
                    .map(result -> result.path("deviceId").stringValue())
                    .toList();
            asked.addAll(release(party, won));
            pairs.addAndGet(won.size());
        }
        return asked;
    }

    private static List<JsonNode> results(Party party, List<TestDevice> slice) {
        var batch = party.register(TestDevice.script(slice));
        return party.http().get("/v1/batches/" + batch + "/results?limit=1000").items();
    }

    /// Returns when none of them is in the party's list any more.
    private static List<String> release(Party party, List<String> devices) {
        if (devices.isEmpty()) {
            return List.of();
        }
        var ids = devices.stream().collect(Collectors.joining("\",\"", "{\"deviceIds\":[\"", "\"]}"));
        var answer = party.http().post("/v1/devices:release", "application/json", ids.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("refused").valueStream()).isEmpty();
        awaitGone(party, devices.stream());
        return answer.json()
                .path("accepted")
                .valueStream()
                .map(accepted -> accepted.path("requestId").stringValue())
                .toList();
    }

    private static void awaitGone(Party party, Stream<String> devices) {
        devices.forEach(device -> await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                party.http().get("/v1/devices/" + device).status())
                        .isEqualTo(404)));
    }
}

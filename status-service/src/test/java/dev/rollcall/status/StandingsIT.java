package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.release;
import static dev.rollcall.status.fixtures.RunningService.START;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What whoever gives devices up must know of them first.
class StandingsIT {
    private static final String PATH = "/v1/devices:standing";
    private static final RunningService SERVICE = SharedService.get();

    private final String tenant = "standings-" + UUID.randomUUID();
    private final Api api = SERVICE.api(Tokens.tenant(tenant, "devices:release"));
    private final Upload upload = Upload.of(tenant, "one", START);

    @Test
    void countsWhatIsUnderWayForEachOfManyDevices() {
        var settled = upload.row(1, "SETTLED");
        var requested = upload.row(2, "REQUESTED");
        var failed = upload.row(3, "FAILED");
        var leaving = upload.row(4, "LEAVING");
        var again = Upload.of(tenant, "two", START.plusSeconds(9)).row(1, "LEAVING");
        var requests = SERVICE.topics().registrationRequests();
        SERVICE.publish(requests, settled, requested, failed, leaving, again, release(leaving, START.plusSeconds(8)));
        SERVICE.publish(
                SERVICE.topics().registrationOutcomes(),
                registered(settled, 1, START),
                rejected(failed, DEVICE_NOT_FOUND, START),
                registered(leaving, 1, START));

        await().untilAsserted(() -> {
            assertThat(standings(settled, requested, failed, leaving, leaving))
                    .contains(
                            item(settled, 0, START),
                            item(requested, 1, null),
                            item(failed, 0, null),
                            item(leaving, 2, START))
                    .satisfies(
                            answer -> assertThat(answer.split("deviceId", -1)).hasSize(5));
        });
    }

    @Test
    void leavesOutWhatIsNotInTheTenantsList() {
        var own = upload.row(1, "OWN");
        var others = Upload.of("stranger-of-" + tenant, "one", START).row(1, "OTHERS");
        SERVICE.publish(SERVICE.topics().registrationRequests(), own, others);
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), registered(others, 1, START));
        var stranger = SERVICE.api(Tokens.tenant("stranger-of-" + tenant, "devices:read"));
        await().untilAsserted(
                        () -> assertThat(stranger.post(PATH, question(others)).body())
                                .isEqualTo("{\"items\":[" + item(others, 0, START) + "]}"));

        await().untilAsserted(
                        () -> assertThat(standings(own, others)).isEqualTo("{\"items\":[" + item(own, 1, null) + "]}"));
        assertThat(standings(others)).isEqualTo("{\"items\":[]}");
    }

    static Stream<String> malformedQuestions() {
        return Stream.of(
                "",
                "[]",
                "{\"deviceIds\":",
                "{}",
                "{\"deviceIds\":null}",
                "{\"deviceIds\":[]}",
                "{\"deviceIds\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"deviceIds\":[null]}",
                "{\"deviceIds\":[7]}",
                "{\"deviceIds\":[\"1-1-1-1-1\"]}",
                "{\"deviceIds\":[\"000000001-0001-0001-0001-00000000001\"]}",
                "{\"deviceIds\":[\"zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz\"]}",
                ids(1_001),
                "{\"deviceIds\":[\"" + "0".repeat(200_000) + "\"]}",
                "{\"a\":" + "[".repeat(60_000));
    }

    @ParameterizedTest
    @MethodSource("malformedQuestions")
    void refusesAQuestionThatIsNone(String body) {
        var answer = api.post(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"parameter\":\"deviceIds\"");
    }

    @Test
    void takesAThousandDevicesAtOnce() {
        assertThat(api.post(PATH, ids(1_000)).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void isForTenantsThatMayReadRegisterOrReleaseDevices() {
        var question = ids(1);

        assertThat(SERVICE.api("").post(PATH, question).statusCode()).isEqualTo(401);
        assertThat(SERVICE.api(Tokens.tenant(tenant, "devices:read"))
                        .post(PATH, question)
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVICE.api(Tokens.tenant(tenant, "devices:register"))
                        .post(PATH, question)
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVICE.api(Tokens.tenant(tenant, "audit:read"))
                        .post(PATH, question)
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.api(Tokens.partner("northwind", "devices:read devices:release"))
                        .post(PATH, question)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.status("/v1/devices/00000000-0000-0000-0000-000000000000"))
                .isEqualTo(403);
    }

    private String standings(RegistrationRequested... devices) {
        return api.post(PATH, question(devices)).body();
    }

    private static String question(RegistrationRequested... devices) {
        return Stream.of(devices)
                .map(device -> "\"" + device.deviceId() + "\"")
                .collect(joining(",", "{\"deviceIds\":[", "]}"));
    }

    private static String ids(int count) {
        return Stream.generate(UUID::randomUUID)
                .limit(count)
                .map(id -> "\"" + id + "\"")
                .collect(joining(",", "{\"deviceIds\":[", "]}"));
    }

    private static String item(RegistrationRequested device, int pending, @Nullable Instant registeredAt) {
        return "{\"deviceId\":\"%s\",\"pendingRequests\":%d,\"registeredAt\":%s}"
                .formatted(device.deviceId(), pending, registeredAt == null ? null : "\"" + registeredAt + "\"");
    }
}

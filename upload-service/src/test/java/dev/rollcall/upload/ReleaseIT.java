package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(Lifecycle.PER_CLASS)
class ReleaseIT {
    private static final String SETTLED = id();
    private static final String ALSO_SETTLED = id();
    private static final String PENDING = id();
    private static final String UNCLEAR = id();

    private final StandInStatus status = StandInStatus.start();
    private final UploadServer server = UploadServer.start(Map.of("rollcall.upload.status-url", status.url()));
    private String tenant = "";
    private String token = "";

    @BeforeEach
    void knowSomeDevices() {
        tenant = "tenant-" + UUID.randomUUID();
        token = Tokens.tenant(tenant, "devices:release");
        status.answersWith(200);
        status.authorizations.clear();
        status.questions.clear();
        status.knows(SETTLED, "0");
        status.knows(ALSO_SETTLED, "0");
        status.knows(PENDING, "1");
        status.knows(UNCLEAR, "null");
    }

    @AfterAll
    void stop() {
        status.close();
        server.close();
    }

    @Test
    void asksForTheReleaseOfASettledDevice() {
        var answer = delete(SETTLED);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(releases()).singleElement().satisfies(release -> {
            assertThat(release.deviceId()).hasToString(SETTLED);
            assertThat(release.requestId()).hasToString(answer.text("requestId"));
            assertThat(release.requestedBy()).isEqualTo("admin@contoso.com");
        });
        assertThat(status.authorizations).containsExactly("Bearer " + token);
    }

    @Test
    void refusesWhileARegistrationIsPending() {
        var answer = delete(PENDING);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("registration-pending");
        assertThat(releases()).isEmpty();
    }

    @Test
    void knowsNoDeviceThatTheTenantDoesNotSee() {
        assertThat(delete(id()).status()).isEqualTo(404);
        assertThat(delete("no-id").status()).isEqualTo(400);
    }

    @Test
    void asksToComeBackWhileTheStatusServiceIsAway() {
        status.answersWith(500);

        var one = delete(SETTLED);
        var many = releaseAll(SETTLED);

        assertThat(List.of(one.status(), many.status())).containsOnly(503);
        assertThat(one.header("Retry-After")).isNotEmpty();
        assertThat(releases()).isEmpty();
    }

    @Test
    void releasesNothingOfWhichItIsNotToldThatNothingIsPending() {
        assertThat(delete(UNCLEAR).status()).isEqualTo(503);
        assertThat(releaseAll(SETTLED, UNCLEAR).status()).isEqualTo(503);
        assertThat(releases()).isEmpty();
    }

    @Test
    void releasesOfManyDevicesThoseThatItCanAndTellsOfTheOthersWhyNot() {
        var absent = id();

        var answer = releaseAll(PENDING, SETTLED, absent, ALSO_SETTLED);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(releases())
                .extracting(
                        release -> release.deviceId().toString(),
                        release -> release.requestId().toString())
                .containsExactlyInAnyOrderElementsOf(answer.body()
                        .path("accepted")
                        .valueStream()
                        .map(item -> tuple(
                                item.path("deviceId").asString(),
                                item.path("requestId").asString()))
                        .toList());
        assertThat(devicesOf(answer, "accepted")).containsExactly(SETTLED, ALSO_SETTLED);
        assertThat(refused(answer))
                .containsExactly(PENDING + " 409 The registration is not done yet", absent + " 404 Not Found");
    }

    @Test
    void asksOnceHoweverManyDevicesThereAre() {
        var devices = Stream.generate(ReleaseIT::id).limit(1000).toArray(String[]::new);
        Arrays.stream(devices).forEach(device -> status.knows(device, "0"));

        var answer = releaseAll(devices);

        assertThat(devicesOf(answer, "accepted")).containsExactly(devices);
        assertThat(releases())
                .hasSize(1000)
                .extracting(ReleaseRequested::requestedAt)
                .containsOnly(releases().getFirst().requestedAt());
        assertThat(status.questions).hasSize(1);
    }

    @Test
    void countsADeviceThatIsListedTwiceOnce() {
        var answer = releaseAll(SETTLED, SETTLED.toUpperCase(Locale.ROOT));

        assertThat(devicesOf(answer, "accepted")).containsExactly(SETTLED);
        assertThat(releases()).hasSize(1);
    }

    @Test
    void saysThatNoneIsThereWhereNoneIs() {
        var answer = releaseAll(id(), id());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(refused(answer)).hasSize(2);
    }

    @Test
    void saysThatRegistrationsArePendingWhereThatIsInTheWay() {
        var answer = releaseAll(id(), PENDING);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("registration-pending");
        assertThat(devicesOf(answer, "refused")).contains(PENDING);
        assertThat(releases()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[]",
                "{}",
                "{\"deviceIds\":null}",
                "{\"deviceIds\":[]}",
                "{\"deviceIds\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"}",
                "{\"deviceIds\":[7]}",
                "{\"deviceIds\":[\"1-1-1-1-1\"]}"
            })
    void refusesAMalformedList(String body) {
        var answer = server.post("/v1/devices:release").as(token).sendJson(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-release");
        assertThat(answer.text("detail")).isNotEmpty();
        assertThat(status.questions).isEmpty();
    }

    @Test
    void refusesMoreThanAThousandDevices() {
        var answer = releaseAll(Stream.generate(ReleaseIT::id).limit(1001).toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("1 to 1000");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answer = server.post("/v1/devices:release").as(token).sendJson(" ".repeat(200_000));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void refusesATokenWithoutTheScope() {
        var reader = Tokens.tenant(tenant, "devices:read");

        assertThat(server.post("/v1/devices:release").as(reader).sendJson("{}").status())
                .isEqualTo(403);
    }

    private Answer delete(String device) {
        return server.delete("/v1/devices/" + device).as(token).sendNothing();
    }

    private Answer releaseAll(String... devices) {
        var list = Arrays.stream(devices)
                .map(device -> '"' + device + '"')
                .collect(Collectors.joining(",", "{\"deviceIds\":[", "]}"));
        return server.post("/v1/devices:release").as(token).sendJson(list);
    }

    private List<ReleaseRequested> releases() {
        return server.tap().releasesOf(tenant);
    }

    private static List<String> devicesOf(Answer answer, String list) {
        return answer.body()
                .path(list)
                .valueStream()
                .map(item -> item.path("deviceId").asString())
                .toList();
    }

    private static List<String> refused(Answer answer) {
        return answer.body()
                .path("refused")
                .valueStream()
                .map(item -> Stream.of("deviceId", "status", "title")
                        .map(item::path)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}

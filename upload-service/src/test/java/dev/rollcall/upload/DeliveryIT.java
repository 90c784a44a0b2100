package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeliveryStep;
import dev.rollcall.events.DeliveryStepConfirmed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Steps of the delivery of devices. What calls for many devices share with releases is in [ReleaseIT].
@TestInstance(Lifecycle.PER_CLASS)
class DeliveryIT {
    private static final Instant REGISTERED = Instant.parse("2026-06-01T09:00:00.123456Z");
    private static final String READY = id();
    private static final String ALSO_READY = id();
    private static final String PENDING = id();
    private static final String FAILED = id();

    private final StandInStatus status = StandInStatus.start();
    private final UploadServer server = UploadServer.start(Map.of("rollcall.upload.status-url", status.url()));
    private String tenant = "";
    private String token = "";

    @BeforeEach
    void knowSomeDevices() {
        tenant = "tenant-" + UUID.randomUUID();
        token = Tokens.tenant(tenant, "devices:register");
        status.answersWith(200);
        status.questions.clear();
        status.knows(READY, "0", REGISTERED);
        status.knows(ALSO_READY, "0", REGISTERED);
        status.knows(PENDING, "1", REGISTERED);
        status.knows(FAILED, "0");
    }

    @AfterAll
    void stop() {
        status.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void publishesWhoConfirmedAStepOfWhichRegistration(DeliveryStep step) {
        var before = Instant.now();

        var answer = confirm(READY, step.wireName());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(confirmed()).singleElement().satisfies(event -> {
            assertThat(event.deviceId()).hasToString(READY);
            assertThat(event.requestId()).hasToString(answer.text("requestId"));
            assertThat(event.step()).isEqualTo(step);
            assertThat(event.registeredAt()).isEqualTo(REGISTERED);
            assertThat(event.confirmedBy()).isEqualTo("admin@contoso.com");
            assertThat(event.confirmedAt()).isBetween(before.minusMillis(1), Instant.now());
        });
    }

    @Test
    void takesWhoAndWhenFromNoBody() {
        server.call("PUT", path(READY, "delivered"))
                .as(token)
                .sendJson("{\"confirmedBy\":\"eve\",\"confirmedAt\":\"2020-01-01T00:00:00Z\"}");
        server.post("/v1/devices:confirm-delivery")
                .as(token)
                .sendJson("{\"step\":\"delivered\",\"deviceIds\":[\"" + ALSO_READY
                        + "\"],\"confirmedBy\":\"eve\",\"confirmedAt\":\"2020-01-01T00:00:00Z\"}");

        assertThat(confirmed()).hasSize(2).allSatisfy(event -> {
            assertThat(event.confirmedBy()).isEqualTo("admin@contoso.com");
            assertThat(event.confirmedAt()).isAfter(REGISTERED);
        });
    }

    @Test
    void knowsNoStepAndNoDeviceThatIsNotThere() {
        assertThat(confirm(READY, "polished").status()).isEqualTo(404);
        assertThat(confirm(READY, "DELIVERED").status()).isEqualTo(404);
        assertThat(confirm(id(), "delivered").status()).isEqualTo(404);
        assertThat(confirm("no-id", "delivered").status()).isEqualTo(400);
        assertThat(confirmed()).isEmpty();
    }

    @Test
    void refusesWhileARequestIsPending() {
        var answer = confirm(PENDING, "delivered");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("registration-pending");
        assertThat(confirmed()).isEmpty();
    }

    @Test
    void refusesAFailedEntryWhichNobodyCanDeliver() {
        var answer = confirm(FAILED, "delivered");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("not-registered");
        assertThat(confirmed()).isEmpty();
    }

    @Test
    void asksToComeBackWhileTheStatusServiceIsAway() {
        status.answersWith(500);

        assertThat(confirm(READY, "delivered").status()).isEqualTo(503);
        assertThat(confirmAll("delivered", READY).status()).isEqualTo(503);
        assertThat(confirmed()).isEmpty();
    }

    @Test
    void confirmsOfManyDevicesThoseThatItCanAndTellsOfTheOthersWhyNot() {
        var absent = id();

        var answer = confirmAll("image-checked", PENDING, READY, absent, ALSO_READY, FAILED);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(devicesOf(answer, "accepted")).containsExactly(READY, ALSO_READY);
        assertThat(refused(answer)).containsExactly(PENDING + " 409", absent + " 404", FAILED + " 409");
        assertThat(confirmed())
                .extracting(event -> event.deviceId().toString())
                .containsExactlyInAnyOrder(READY, ALSO_READY);
        assertThat(confirmed())
                .extracting(DeliveryStepConfirmed::confirmedAt)
                .containsOnly(confirmed().getFirst().confirmedAt());
        assertThat(status.questions).hasSize(1);
    }

    @Test
    void saysWhatIsInTheWayWhereNothingIsTaken() {
        assertThat(confirmAll("delivered", id(), FAILED, PENDING).problem()).isEqualTo("registration-pending");
        assertThat(confirmAll("delivered", id(), FAILED).problem()).isEqualTo("not-registered");
        assertThat(confirmAll("delivered", id()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"step\":\"delivered\"}",
                "{\"step\":\"delivered\",\"deviceIds\":[]}",
                "{\"step\":\"delivered\",\"deviceIds\":[\"1-1-1-1-1\"]}",
                "{\"deviceIds\":[\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"]}",
                "{\"step\":null,\"deviceIds\":[\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"]}",
                "{\"step\":[\"delivered\"],\"deviceIds\":[\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"]}",
                "{\"step\":\"polished\",\"deviceIds\":[\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"]}"
            })
    void refusesAMalformedConfirmation(String body) {
        var answer = server.post("/v1/devices:confirm-delivery").as(token).sendJson(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-confirmation");
        assertThat(answer.text("detail")).isNotEmpty();
        assertThat(status.questions).isEmpty();
    }

    @Test
    void refusesMoreDevicesOrBytesThanAreTaken() {
        var devices = Stream.generate(DeliveryIT::id).limit(1001).toArray(String[]::new);

        assertThat(confirmAll("delivered", devices).status()).isEqualTo(400);
        assertThat(server.post("/v1/devices:confirm-delivery")
                        .as(token)
                        .sendJson(" ".repeat(200_000))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void isForTenantsThatMayRegisterDevices() {
        var others = List.of(
                Tokens.tenant(tenant, "devices:read devices:release"),
                Tokens.partner("northwind", "devices:register"),
                Tokens.supplier("oem", "devices:register"));

        assertThat(others).allSatisfy(other -> {
            assertThat(server.call("PUT", path(READY, "delivered"))
                            .as(other)
                            .sendNothing()
                            .status())
                    .isEqualTo(403);
            assertThat(server.post("/v1/devices:confirm-delivery")
                            .as(other)
                            .sendJson("{}")
                            .status())
                    .isEqualTo(403);
        });
    }

    private Answer confirm(String device, String step) {
        return server.call("PUT", path(device, step)).as(token).sendNothing();
    }

    private Answer confirmAll(String step, String... devices) {
        var list = Arrays.stream(devices).map(device -> '"' + device + '"').collect(Collectors.joining(","));
        return server.post("/v1/devices:confirm-delivery")
                .as(token)
                .sendJson("{\"step\":\"%s\",\"deviceIds\":[%s]}".formatted(step, list));
    }

    private List<DeliveryStepConfirmed> confirmed() {
        return server.tap().confirmationsOf(tenant);
    }

    private static String path(String device, String step) {
        return "/v1/devices/" + device + "/delivery/" + step;
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
                .map(item -> item.path("deviceId").asString() + " "
                        + item.path("status").asInt())
                .toList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}

package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_ALREADY_REGISTERED;
import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static dev.rollcall.events.RegistrationError.UNEXPECTED_ERROR;
import static dev.rollcall.status.fixtures.Happenings.dismissed;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.release;
import static dev.rollcall.status.fixtures.Happenings.released;
import static dev.rollcall.status.fixtures.Happenings.seen;
import static dev.rollcall.status.fixtures.Happenings.serialNumberOnly;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.Event;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A device through its life, as its tenant sees it.
class DeviceStatesIT {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant HOUR_LATER = START.plusSeconds(3600);

    private final RunningService service = SharedService.get();
    private final String tenant = "states-" + UUID.randomUUID();
    private final Api api = service.api(Tokens.tenant(tenant, "devices:read support:read"));
    private final Upload upload = Upload.of(tenant, "first", START);
    private final Upload reupload = Upload.of(tenant, "second", HOUR_LATER);
    private final RegistrationRequested row = upload.row(1, "LIFE-1");

    @AfterEach
    void windTheClockBack() {
        service.clock().set(START);
    }

    @Test
    void goesFromRequestedToReadyToActiveToInactiveAndBack() {
        requests(row);
        awaitState(row, "AutopilotRegistrationRequested");

        outcomes(registered(row, 1, START));
        awaitState(row, "ReadyForUser");

        activity(seen(row, tenant, HOUR_LATER));
        awaitState(row, "Active");
        service.clock().set(HOUR_LATER.plus(WEEK));
        assertThat(state(row)).isEqualTo("Active");
        service.clock().set(HOUR_LATER.plus(WEEK).plusNanos(1000));
        assertThat(state(row)).isEqualTo("Inactive");
        assertThat(api.get("/v1/devices?state=Inactive").get("total").asInt()).isEqualTo(1);
        assertThat(api.get("/v1/devices?state=Active").get("total").asInt()).isZero();
        assertThat(api.get("/v1/devices/summary").at("/states/Inactive").asInt())
                .isEqualTo(1);
        assertThat(device(row).get("ageDays").asInt()).isEqualTo(7);

        activity(seen(row, tenant, HOUR_LATER.plus(WEEK)));
        awaitState(row, "Active");
    }

    @Test
    void countsNoSightingFromBeforeTheRegistrationNorOfAnotherTenant() {
        requests(row);
        activity(seen(row, tenant, START.minusSeconds(1)), seen(row, "stranger-of-" + tenant, START.plusSeconds(60)));
        outcomes(registered(row, 1, START));
        awaitState(row, "ReadyForUser");

        activity(
                seen(row, tenant, START.plusSeconds(50)),
                seen(row, tenant, START.plusSeconds(50)),
                seen(row, tenant, START.plusSeconds(20)));
        awaitState(row, "Active");
        assertThat(device(row).get("lastSeenAt").asString())
                .isEqualTo(START.plusSeconds(50).toString());
        assertThat(service.api(Tokens.tenant("stranger-of-" + tenant, "devices:read"))
                        .get("/v1/devices")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void keepsItsStateWhenItIsUploadedAgain() {
        requests(row);
        outcomes(registered(row, 1, START));
        activity(seen(row, tenant, HOUR_LATER));
        awaitState(row, "Active");
        var before = device(row);

        var again = reupload.row(1, "LIFE-1");
        requests(again);
        await().untilAsserted(() ->
                assertThat(device(row).get("pendingRequests").asInt()).isEqualTo(1));
        assertThat(state(row)).isEqualTo("Active");
        outcomes(rejected(again, DEVICE_ALREADY_REGISTERED, HOUR_LATER));
        await().untilAsserted(() ->
                assertThat(device(row).get("pendingRequests").asInt()).isZero());

        assertThat(api.get("/v1/devices").get("items")).hasSize(1);
        assertThat(device(row).get("requestId")).isEqualTo(before.get("requestId"));
        assertThat(device(row).has("error")).isFalse();
        assertThat(device(row).get("history")).hasSize(2);
        assertThat(device(row).at("/history/0/error/type").asString()).isEqualTo("DeviceAlreadyRegistered");
    }

    @Test
    void isGoneOnceReleasedAndHasItsHistoryBackWhenRegisteredAgain() {
        requests(row);
        outcomes(registered(row, 1, START));
        awaitState(row, "ReadyForUser");
        requests(release(row, HOUR_LATER));
        await().untilAsserted(() ->
                assertThat(device(row).get("pendingRequests").asInt()).isEqualTo(1));

        outcomes(released(row, 1, HOUR_LATER));
        await().untilAsserted(() ->
                assertThat(api.status("/v1/devices/" + row.deviceId())).isEqualTo(404));

        var back = Upload.of(tenant, "third", HOUR_LATER.plusSeconds(60)).row(1, "LIFE-1");
        requests(back);
        outcomes(registered(back, 3, HOUR_LATER.plusSeconds(61)));
        awaitState(row, "ReadyForUser");
        assertThat(device(row).get("history")).hasSize(3);
    }

    @Test
    void showsWhyItFailedUntilItIsDismissed() {
        requests(row);
        outcomes(rejected(row, DEVICE_NOT_FOUND, START));
        awaitState(row, "RegistrationFailed");

        var error = device(row).get("error");
        assertThat(error.get("type").asString()).isEqualTo("DeviceNotFound");
        assertThat(error.get("serviceCode").asInt()).isEqualTo(812);
        assertThat(error.get("reason").asString()).contains("LIFE-1");
        assertThat(api.get("/v1/devices?error=DeviceNotFound").get("total").asInt())
                .isEqualTo(1);
        assertThat(api.get("/v1/devices/summary").at("/errors/DeviceNotFound").asInt())
                .isEqualTo(1);

        requests(release(row, HOUR_LATER));
        outcomes(dismissed(row, HOUR_LATER));
        await().untilAsserted(() ->
                assertThat(api.get("/v1/devices").get("total").asInt()).isZero());
    }

    @Test
    void namesTheRequestOfAnUnexpectedErrorForSupport() {
        requests(row);
        outcomes(rejected(row, UNEXPECTED_ERROR, START));
        awaitState(row, "RegistrationFailed");

        assertThat(device(row).at("/error/detail").asString())
                .isEqualTo("Your request could not be automatically processed. Contact Support and provide the"
                        + " Request ID: " + row.requestId());
        var request = service.api(Tokens.support()).get("/v1/requests/" + row.requestId());
        assertThat(request.get("tenantId").asString()).isEqualTo(tenant);
        assertThat(request.at("/error/type").asString()).isEqualTo("UnexpectedError");
        assertThat(request.at("/error").has("serviceCode")).isFalse();
    }

    @Test
    void letsAnUnidentifiedFailureGiveWayToALaterSuccessOfTheSameSerialNumber() {
        var broken = upload.row(2, serialNumberOnly("mended 1"));
        var mended = reupload.row(2, "MENDED  1");
        requests(broken);
        outcomes(rejected(broken, HARDWARE_HASH_NOT_VALID, START));
        awaitState(broken, "RegistrationFailed");

        requests(mended);
        outcomes(registered(mended, 1, HOUR_LATER));

        await().untilAsserted(
                        () -> assertThat(api.get("/v1/devices").at("/items").findValuesAsString("state"))
                                .containsExactly("ReadyForUser"));
    }

    @Test
    void letsAnUnidentifiedFailureGiveWayToASuccessOfTheSameSerialNumberInTheSameFile() {
        var broken = upload.row(3, serialNumberOnly("twice 1"));
        var whole = upload.row(2, "TWICE 1");
        requests(whole, broken);
        outcomes(rejected(broken, HARDWARE_HASH_NOT_VALID, START));
        awaitState(broken, "RegistrationFailed");

        outcomes(registered(whole, 1, START));

        await().untilAsserted(
                        () -> assertThat(api.get("/v1/devices").at("/items").findValuesAsString("state"))
                                .containsExactly("ReadyForUser"));
    }

    @Test
    void speaksDutchToWhoWantsIt() {
        requests(row);
        outcomes(rejected(row, HARDWARE_HASH_NOT_VALID, START));
        awaitState(row, "RegistrationFailed");

        var answer = api.answer("GET", "/v1/devices", "Accept-Language", "fr, nl-NL;q=0.8, en;q=0.5");

        assertThat(answer.body()).contains("Registratie mislukt", "De hardware-hash is niet geldig");
    }

    private void requests(Event... events) {
        service.publish(service.topics().registrationRequests(), events);
    }

    private void outcomes(Event... events) {
        service.publish(service.topics().registrationOutcomes(), events);
    }

    private void activity(Event... events) {
        service.publish(service.topics().deviceActivity(), events);
    }

    private void awaitState(RegistrationRequested request, String state) {
        await().untilAsserted(() -> assertThat(state(request)).isEqualTo(state));
    }

    private String state(RegistrationRequested request) {
        return device(request).get("state").asString();
    }

    private JsonNode device(RegistrationRequested request) {
        return api.get("/v1/devices/" + request.deviceId());
    }
}

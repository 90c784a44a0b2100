package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CLOCK;
import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The story that the product is for: an admin uploads what the script wrote, mends what failed,
/// and delivers the devices.
class StoryIT {

    @Test
    void aFileStraightFromTheScriptBecomesRegisteredDevices() {
        var devices = TestDevice.listed(3);
        var utf16 = ("\uFEFF" + TestDevice.script(devices)).getBytes(StandardCharsets.UTF_16LE);

        var batch = CONTOSO.post(utf16, UUID.randomUUID().toString());

        var progress = CONTOSO.awaitCompleted(batch);
        assertThat(progress.path("succeeded").intValue()).isEqualTo(3);
        assertThat(devices)
                .allSatisfy(device ->
                        assertThat(CONTOSO.state(device.serialNumber())).isEqualTo("ReadyForUser"));
    }

    @Test
    void theFailedRowsComeBackAsAFileThatCanBeMendedAndPostedAgain() {
        var good = TestDevice.listed();
        var missing = TestDevice.fresh();
        var batch = CONTOSO.register(TestDevice.script(good, missing));
        var failedRows = CONTOSO.http()
                .get("/v1/batches/" + batch + "/results?outcome=DeviceNotFound", "Accept", "text/csv")
                .body();

        Rollcall.SUPPLIER.listInCatalog(TestDevice.catalog(List.of(missing)));
        var second = CONTOSO.register(failedRows);

        assertThat(failedRows).contains(missing.serialNumber(), missing.hash()).doesNotContain(good.serialNumber());
        assertThat(CONTOSO.outcomes(second)).containsExactly("Registered");
        assertThat(CONTOSO.state(missing.serialNumber())).isEqualTo("ReadyForUser");
    }

    @Test
    void aDeviceInUseIsActiveAndInactiveAfterAWeekOfSilence() {
        var device = TestDevice.listed();
        CONTOSO.register(TestDevice.script(device));

        var seen = MANAGEMENT
                .http()
                .post(
                        "/v1/device-activity",
                        "application/json",
                        sighting(device).getBytes(StandardCharsets.UTF_8));

        assertThat(seen.status()).isEqualTo(202);
        CONTOSO.awaitState(device.serialNumber(), "Active");
        CLOCK.forward(Duration.ofDays(7).plusSeconds(1));
        assertThat(CONTOSO.state(device.serialNumber())).isEqualTo("Inactive");
    }

    private static String sighting(TestDevice device) {
        return """
                {"events":[{"manufacturer":"%s","model":"%s","serialNumber":"%s","user":"ann@contoso.example","seenAt":"%s"}]}""".formatted(device.manufacturer(), device.model(), device.serialNumber(), CLOCK.instant());
    }
}

package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatIT {

    @Test
    void theSameFileUnderTheSameKeyIsTheSameBatch() {
        var file = TestDevice.script(TestDevice.listed(3)).getBytes(StandardCharsets.UTF_8);
        var key = UUID.randomUUID().toString();
        var first = CONTOSO.post(file, key);
        CONTOSO.awaitCompleted(first);
        var outcomes = CONTOSO.outcomes(first);

        var second = CONTOSO.post(file, key);

        assertThat(second).isEqualTo(first);
        assertThat(CONTOSO.outcomes(second)).isEqualTo(outcomes).containsOnly("Registered");
    }

    @Test
    void theSameFileUnderAnotherKeyChangesNoDevice() {
        var devices = TestDevice.listed(3);
        CONTOSO.register(TestDevice.script(devices));
        var before = devices.stream()
                .map(device -> CONTOSO.device(device.serialNumber()))
                .toList();

        var again = CONTOSO.register(TestDevice.script(devices));

        assertThat(CONTOSO.outcomes(again)).isEqualTo(Collections.nCopies(3, "DeviceAlreadyRegistered"));
        assertThat(devices.stream()
                        .map(device -> CONTOSO.device(device.serialNumber()))
                        .toList())
                .isEqualTo(before);
    }

    @Test
    void anotherFileUnderAUsedKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        CONTOSO.post(TestDevice.script(TestDevice.fresh()).getBytes(StandardCharsets.UTF_8), key);

        var other = TestDevice.script(TestDevice.fresh()).getBytes(StandardCharsets.UTF_8);
        var answer = CONTOSO.http().post("/v1/batches", "text/csv", other, "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void aReleasedDeviceCanBeRegisteredByAnotherOrganization() {
        var device = TestDevice.listed();
        CONTOSO.register(TestDevice.script(device));
        var claimed = FABRIKAM.register(TestDevice.script(device));
        assertThat(FABRIKAM.outcomes(claimed)).containsExactly("DeviceClaimedByAnotherOrganization");

        var id = CONTOSO.device(device.serialNumber()).path("deviceId").stringValue();
        var released = CONTOSO.http().delete("/v1/devices/" + id);

        assertThat(released.status()).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(CONTOSO.http().get("/v1/devices/" + id).status()).isEqualTo(404));
        var second = FABRIKAM.register(TestDevice.script(device));
        assertThat(FABRIKAM.outcomes(second)).containsExactly("Registered");
        assertThat(FABRIKAM.state(device.serialNumber())).isEqualTo("ReadyForUser");
    }
}

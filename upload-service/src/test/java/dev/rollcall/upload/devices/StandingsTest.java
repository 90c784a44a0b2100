package dev.rollcall.upload.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.Caller;
import dev.rollcall.events.DeliveryStep;
import dev.rollcall.events.DeliveryStepConfirmed;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.upload.devices.DeviceOutcome.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is in the way of releases and of confirmations.
class StandingsTest {
    private static final DeviceId DEVICE = new DeviceId(UUID.randomUUID());
    private static final Instant MAY = Instant.parse("2026-05-01T09:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T09:00:00Z");
    private static final Release RELEASE = new Release();
    private static final Confirmation CONFIRMATION = new Confirmation(DeliveryStep.DELIVERED);

    static Stream<DeviceAct> acts() {
        return Stream.of(RELEASE, CONFIRMATION);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void takesNoDeviceThatIsNotInTheList(DeviceAct act) {
        assertThat(new Standings.Known(Map.of()).obstacle(act, DEVICE)).hasValue(Obstacle.ABSENT);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void waitsForWhatIsUnderWayEvenOfARegisteredDevice(DeviceAct act) {
        assertThat(known(new Standing(1, null)).obstacle(act, DEVICE)).hasValue(Obstacle.PENDING);
        assertThat(known(new Standing(2, MAY)).obstacle(act, DEVICE)).hasValue(Obstacle.PENDING);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void takesASettledRegistration(DeviceAct act) {
        assertThat(known(new Standing(0, MAY)).obstacle(act, DEVICE)).isEmpty();
    }

    @Test
    void dismissesAFailedEntryButDeliversNone() {
        var failed = known(new Standing(0, null));

        assertThat(failed.obstacle(RELEASE, DEVICE)).isEmpty();
        assertThat(failed.obstacle(CONFIRMATION, DEVICE)).hasValue(Obstacle.UNREGISTERED);
    }

    @Test
    void confirmsForTheRegistrationThatItWasToldOf() {
        var accepted = new AcceptedDevice(DEVICE, new RequestId(UUID.randomUUID()));
        var caller = new Caller.Tenant(new TenantId("contoso"), "ada");

        assertThat(CONFIRMATION.event(accepted, new Standing(0, MAY), caller, JUNE))
                .isEqualTo(new DeliveryStepConfirmed(
                        DEVICE,
                        accepted.requestId(),
                        new TenantId("contoso"),
                        MAY,
                        DeliveryStep.DELIVERED,
                        "ada",
                        JUNE));
    }

    @Test
    void speaksOfWhatHelpsFirst() {
        assertThat(refusal(Obstacle.ABSENT, Obstacle.UNREGISTERED, Obstacle.PENDING))
                .isEqualTo(Obstacle.PENDING);
        assertThat(refusal(Obstacle.ABSENT, Obstacle.UNREGISTERED)).isEqualTo(Obstacle.UNREGISTERED);
        assertThat(refusal(Obstacle.ABSENT)).isEqualTo(Obstacle.ABSENT);
    }

    private static Obstacle refusal(Obstacle... obstacles) {
        var refused = Stream.of(obstacles)
                .map(obstacle -> new RefusedDevice(DEVICE, obstacle))
                .toList();
        return new Decided(List.of(), refused).refusal();
    }

    private static Standings.Known known(Standing standing) {
        return new Standings.Known(Map.of(DEVICE, standing));
    }
}

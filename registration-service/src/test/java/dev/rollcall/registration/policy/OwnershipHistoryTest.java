package dev.rollcall.registration.policy;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.FABRIKAM;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.now;
import static dev.rollcall.registration.Scenario.registration;
import static dev.rollcall.registration.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.registration.policy.Ownership.Free;
import dev.rollcall.registration.policy.Ownership.HeldBy;
import dev.rollcall.registration.policy.Ownership.Won;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One device's life: contoso registers it, asks for it again, gives it up; then fabrikam registers
/// it.
class OwnershipHistoryTest {
    private final DeviceTuple device = newDevice();
    private final RegistrationRequested first = registration(CONTOSO, device);
    private final RegistrationRequested again = registration(CONTOSO, device);
    private final ReleaseRequested release = release(CONTOSO, device);
    private final RegistrationRequested next = registration(FABRIKAM, device);
    private final Tenure ended = tenure(1, first, release);
    private final Tenure present = tenure(2, next, null);

    @Test
    void isFreeWhereNobodyEverHeldTheDevice() {
        assertThat(OwnershipHistory.NONE.asSeenBy(first)).isEqualTo(new Free());
    }

    @Test
    void givesARedeliveredRequestItsOwnTenureThoughOthersCameSince() {
        var history = new OwnershipHistory(List.of(ended, present));

        assertThat(history.asSeenBy(first)).isEqualTo(new Won(1, ended.registeredAt()));
    }

    @Test
    void showsARedeliveredRequestWhoHeldTheDeviceWhenItWasAccepted() {
        var history = new OwnershipHistory(List.of(ended, present));

        assertThat(history.asSeenBy(again))
                .isInstanceOfSatisfying(
                        HeldBy.class, held -> assertThat(held.tenant()).isEqualTo(CONTOSO));
    }

    @Test
    void showsALaterRequestThePresentHolder() {
        var history = new OwnershipHistory(List.of(ended, present));

        assertThat(history.asSeenBy(registration(CONTOSO, device)))
                .isInstanceOfSatisfying(
                        HeldBy.class, held -> assertThat(held.tenant()).isEqualTo(FABRIKAM));
    }

    @Test
    void showsTheLatestTenureToARequestThatLostARaceForIt() {
        var history = new OwnershipHistory(List.of(ended));

        assertThat(history.asSeenBy(registration(FABRIKAM, device)))
                .isInstanceOfSatisfying(
                        HeldBy.class, held -> assertThat(held.releasedAt()).isNotNull());
    }

    @Test
    void findsTheTenureThatARedeliveredReleaseHadEnded() {
        var history = new OwnershipHistory(List.of(ended, present));

        assertThat(history.endedBy(release)).contains(ended);
        assertThat(history.endedBy(release(CONTOSO, device))).isEmpty();
    }

    private static Tenure tenure(long generation, RegistrationRequested request, @Nullable ReleaseRequested release) {
        var end = release == null ? null : new Tenure.Release(release.requestId(), release.requestedAt(), now());
        return new Tenure(generation, request.tenantId(), request.requestId(), now(), end);
    }
}

package dev.rollcall.registration.policy;

import static dev.rollcall.events.RegistrationError.DEVICE_ALREADY_REGISTERED;
import static dev.rollcall.events.RegistrationError.DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION;
import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.FABRIKAM;
import static dev.rollcall.registration.Scenario.columns;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.now;
import static dev.rollcall.registration.Scenario.partnersRow;
import static dev.rollcall.registration.Scenario.registration;
import static dev.rollcall.registration.policy.CatalogMatch.DELISTED;
import static dev.rollcall.registration.policy.CatalogMatch.LISTED;
import static dev.rollcall.registration.policy.CatalogMatch.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.RegistrationError;
import dev.rollcall.identification.Identification;
import dev.rollcall.identification.Identification.Identified;
import dev.rollcall.identification.Identification.Unregistrable;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import dev.rollcall.registration.policy.Decision.Registered;
import dev.rollcall.registration.policy.Decision.Rejected;
import dev.rollcall.registration.policy.Ownership.Free;
import dev.rollcall.registration.policy.Ownership.HeldBy;
import dev.rollcall.registration.policy.Ownership.Won;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegistrationPolicyTest {
    private static final DeviceTuple DEVICE = newDevice();
    private static final RegistrationRequested REQUEST = registration(CONTOSO, DEVICE);
    private static final Identification VALID = new Identified(DEVICE);
    private static final Identification INVALID =
            new Unregistrable(HARDWARE_HASH_NOT_VALID, "the checksum does not match", null);
    private static final Instant SINCE = now();

    @Test
    void registersAListedDeviceThatTheRequestHasWon() {
        var decision = RegistrationPolicy.decide(REQUEST, VALID, LISTED, new Won(3, SINCE));

        assertThat(decision).isEqualTo(new Registered(3, SINCE));
    }

    @Test
    void registersTheSameRequestAgainThoughTheDeviceHasBeenWithdrawn() {
        var decision = RegistrationPolicy.decide(REQUEST, VALID, DELISTED, new Won(3, SINCE));

        assertThat(decision).isEqualTo(new Registered(3, SINCE));
    }

    @Test
    void refusesAnInvalidHashBeforeItLooksAtCatalogAndOwner() {
        var decision = RegistrationPolicy.decide(REQUEST, INVALID, UNKNOWN, heldBy(FABRIKAM));

        assertThat(decision).isEqualTo(new Rejected(HARDWARE_HASH_NOT_VALID, "the checksum does not match"));
    }

    @Test
    void refusesAnUnlistedDeviceBeforeItLooksAtItsOwner() {
        var decision = RegistrationPolicy.decide(REQUEST, VALID, UNKNOWN, heldBy(FABRIKAM));

        assertRejected(decision, DEVICE_NOT_FOUND, DEVICE.serialNumber());
    }

    @Test
    void tellsAWithdrawnDeviceFromOneThatWasNeverListed() {
        var decision = RegistrationPolicy.decide(REQUEST, VALID, DELISTED, new Free());

        assertRejected(decision, DEVICE_NOT_FOUND, "withdrawn");
    }

    @Test
    void saysSinceWhenTheOwnOrganizationHoldsTheDevice() {
        var decision = RegistrationPolicy.decide(REQUEST, VALID, LISTED, heldBy(CONTOSO));

        assertRejected(decision, DEVICE_ALREADY_REGISTERED, SINCE.toString());
    }

    @Test
    void tellsAPartnerNeitherSinceWhenNorByWhichRequestItsCustomerHoldsTheDevice() {
        var held = new HeldBy(CONTOSO, new RequestId(UUID.randomUUID()), SINCE, SINCE.plusSeconds(1));

        var decision = RegistrationPolicy.decide(partnersRow(CONTOSO, columns(DEVICE)), VALID, LISTED, held);

        assertRejected(decision, DEVICE_ALREADY_REGISTERED, "the customer's organization");
        assertThat(decision.toString())
                .doesNotContain(
                        held.request().toString(), held.registeredAt().toString(), String.valueOf(held.releasedAt()));
    }

    @Test
    void neverNamesTheOtherOrganizationNorItsRequest() {
        var held = heldBy(FABRIKAM);

        var decision = RegistrationPolicy.decide(REQUEST, VALID, LISTED, held);

        assertRejected(decision, DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION, "another organization");
        assertThat(decision.toString())
                .doesNotContain(
                        FABRIKAM.value(),
                        held.request().toString(),
                        held.registeredAt().toString());
    }

    private static HeldBy heldBy(TenantId tenant) {
        return new HeldBy(tenant, new RequestId(UUID.randomUUID()), SINCE, null);
    }

    private static void assertRejected(Decision decision, RegistrationError error, String reason) {
        assertThat(decision).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.error()).isEqualTo(error);
            assertThat(rejected.reason()).contains(reason);
        });
    }
}

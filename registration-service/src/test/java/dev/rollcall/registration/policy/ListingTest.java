package dev.rollcall.registration.policy;

import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.policy.CatalogVerdict.CONFLICTING;
import static dev.rollcall.registration.policy.CatalogVerdict.DELISTED;
import static dev.rollcall.registration.policy.CatalogVerdict.LISTED;
import static dev.rollcall.registration.policy.CatalogVerdict.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.registration.SupplierBatch;
import dev.rollcall.registration.policy.Listing.ListedBy;
import dev.rollcall.registration.policy.Listing.Unknown;
import dev.rollcall.registration.policy.Listing.WithdrawnBy;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final SupplierId OEM = new SupplierId("oem");
    private static final SupplierId OTHER = new SupplierId("other");
    private static final DeviceTuple DEVICE = newDevice();
    private static final CatalogChange LISTING = new SupplierBatch("oem").listing(DEVICE);
    private static final CatalogChange WITHDRAWING = new SupplierBatch("oem").withdrawing(DEVICE);

    @Test
    void belongsToTheFirstWhoListsIt() {
        assertStep(new Unknown(), LISTING, LISTED, new ListedBy(OEM));
    }

    @Test
    void staysAsItIsWhenItsSupplierListsItAgain() {
        assertStep(new ListedBy(OEM), LISTING, UNCHANGED, new ListedBy(OEM));
    }

    @Test
    void isRefusedToASecondSupplier() {
        assertStep(new ListedBy(OTHER), LISTING, CONFLICTING, new ListedBy(OTHER));
    }

    @Test
    void isWithdrawnByItsSupplier() {
        assertStep(new ListedBy(OEM), WITHDRAWING, DELISTED, new WithdrawnBy(OEM));
    }

    @Test
    void isNotWithdrawnByAnotherSupplier() {
        assertStep(new ListedBy(OTHER), WITHDRAWING, CONFLICTING, new ListedBy(OTHER));
    }

    @Test
    void belongsToWhoeverListsItFirstAfterItWasWithdrawn() {
        assertStep(new WithdrawnBy(OTHER), LISTING, LISTED, new ListedBy(OEM));
    }

    @Test
    void staysAsItIsWhenItIsWithdrawnThoughNobodyListsIt() {
        assertStep(new Unknown(), WITHDRAWING, UNCHANGED, new Unknown());
        assertStep(new WithdrawnBy(OTHER), WITHDRAWING, UNCHANGED, new WithdrawnBy(OTHER));
    }

    private static void assertStep(Listing before, CatalogChange word, CatalogVerdict verdict, Listing after) {
        assertThat(before.on(word)).isEqualTo(verdict);
        assertThat(before.after(word)).isEqualTo(after);
    }
}

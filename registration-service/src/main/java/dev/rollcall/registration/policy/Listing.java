package dev.rollcall.registration.policy;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.identity.SupplierId;

/// How a device stands in the catalog. A listed device belongs to the supplier that listed it
/// first, until that one withdraws it.
public sealed interface Listing {

    /// What a supplier's word comes to in this state.
    CatalogVerdict on(CatalogChange word);

    /// The state after this word.
    default Listing after(CatalogChange word) {
        return switch (on(word)) {
            case LISTED -> new ListedBy(word.supplierId());
            case DELISTED -> new WithdrawnBy(word.supplierId());
            case UNCHANGED, CONFLICTING -> this;
        };
    }

    /// No supplier ever listed it.
    record Unknown() implements Listing {
        @Override
        public CatalogVerdict on(CatalogChange word) {
            return onUnlisted(word);
        }
    }

    record ListedBy(SupplierId supplier) implements Listing {
        @Override
        public CatalogVerdict on(CatalogChange word) {
            if (!word.supplierId().equals(supplier)) {
                return CatalogVerdict.CONFLICTING;
            }
            return switch (word) {
                case DeviceListed _ -> CatalogVerdict.UNCHANGED;
                case DeviceDelisted _ -> CatalogVerdict.DELISTED;
            };
        }
    }

    /// Anyone may list it now.
    record WithdrawnBy(SupplierId supplier) implements Listing {
        @Override
        public CatalogVerdict on(CatalogChange word) {
            return onUnlisted(word);
        }
    }

    private static CatalogVerdict onUnlisted(CatalogChange word) {
        return switch (word) {
            case DeviceListed _ -> CatalogVerdict.LISTED;
            case DeviceDelisted _ -> CatalogVerdict.UNCHANGED;
        };
    }
}

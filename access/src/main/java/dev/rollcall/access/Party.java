package dev.rollcall.access;

import java.util.Locale;

/// The kinds of [Caller].
public enum Party {
    TENANT,
    PARTNER,
    SUPPLIER,
    UNAFFILIATED;

    /// The claim of a token that names such a party.
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}

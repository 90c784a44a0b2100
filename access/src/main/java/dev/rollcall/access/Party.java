package dev.rollcall.access;

/// The kinds of [Caller].
public enum Party {
    TENANT,
    PARTNER,
    SUPPLIER,
    UNAFFILIATED
}

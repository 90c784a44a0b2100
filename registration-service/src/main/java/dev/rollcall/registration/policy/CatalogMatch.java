package dev.rollcall.registration.policy;

/// What the catalog knows of a device.
public enum CatalogMatch {
    /// A supplier lists it: it may be registered.
    LISTED,
    /// A supplier listed it once and has withdrawn it.
    DELISTED,
    /// No supplier ever listed it.
    UNKNOWN
}

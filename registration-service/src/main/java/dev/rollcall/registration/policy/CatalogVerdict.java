package dev.rollcall.registration.policy;

/// What one word of a supplier comes to.
public enum CatalogVerdict {
    /// The device is the supplier's now.
    LISTED,
    /// The device is listed no longer.
    DELISTED,
    /// It was so already.
    UNCHANGED,
    /// Another supplier has listed the device.
    CONFLICTING
}

package dev.rollcall.upload.publishing;

/// How the publishing of some events ended.
public enum Delivery {
    /// Every in-sync replica has every one of them.
    ACKNOWLEDGED,
    /// Some may be there and some may not; publishing all of them again is harmless.
    FAILED
}
